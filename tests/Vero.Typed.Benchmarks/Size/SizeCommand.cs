using Vero.Typed.Benchmarks.Serializer;

namespace Vero.Typed.Benchmarks.Size;

/// <summary>How much code there is: in the assembly of the user, for the JIT, and in native programs.</summary>
internal static class SizeCommand
{
    public const string Name = "size";

    public static int Run()
    {
        EmittedCode.Report();
        FirstCall.Report(FirstCall.Survey);
        return NativePrograms.Report();
    }
}
