using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Prints methods that cannot be called and say why.</summary>
internal static class StubEmitter
{
    public static void Emit(SourceWriter writer, StubModel stub)
    {
        var target = new TargetEmitter(writer, stub.Target, "object");
        string reason = CSharpText.Literal(stub.Reason);
        target.Open("Says why there are no Vero requests of");
        for (int i = 0; i < stub.Methods.Count; i++)
        {
            if (i > 0)
                writer.WriteLine();
            target.Stub(stub.Methods[i], stub.IsHiding, reason);
        }

        foreach (string type in stub.Conversions)
        {
            writer.WriteLine();
            target.StubConversion(type, reason);
        }

        target.Close();
    }
}
