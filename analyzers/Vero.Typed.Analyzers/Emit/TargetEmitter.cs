using System.Text;
using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>A method that users call: what of it is the same inside a type and beside it.</summary>
internal sealed record MethodText
{
    /// <summary>The lines of the documentation before the parameters, without slashes.</summary>
    public required string Summary { get; init; }

    public required string ReturnType { get; init; }

    public required string Name { get; init; }

    /// <summary>Each with its documentation.</summary>
    public (string Type, string Name, string Summary)[] Parameters { get; init; } = [];

    /// <summary>The documentation of what it returns; null for nothing.</summary>
    public string? Returns { get; init; }

    /// <summary>When it throws.</summary>
    public required string Throws { get; init; }
}

/// <summary>Prints what is around generated methods: parts of the user's type, or a class with extension methods.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="target">Where it goes.</param>
/// <param name="what">What documentation calls the object: user or event.</param>
internal sealed class TargetEmitter(SourceWriter writer, TargetModel target, string what)
{
    private static readonly string GeneratedCode =
        $"""
        [global::System.CodeDom.Compiler.GeneratedCode("Vero.Typed", "{typeof(TargetEmitter).Assembly.GetName().Version.ToString(3)}")]
        """;

    private static readonly string GeneratedMethod =
        $"""
        {GeneratedCode}
        [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
        """;

    private readonly InstanceModel? _instance = target.Instance;
    private readonly ExtensionModel? _extension = target.Extension;

    /// <summary>What the generated code calls the object.</summary>
    public string Self => _extension?.ReceiverName ?? "this";

    /// <summary>What a method calls the buffer that it writes to.</summary>
    public string WriterName => _extension?.WriterName ?? "writer";

    /// <summary>What a method calls the identity that it is given.</summary>
    public string UserName => _extension?.UserName ?? "user";

    /// <summary>The type as messages name it, as a literal.</summary>
    public string DisplayName { get; } = CSharpText.Literal(target.DisplayName);

    private string TypeParameters => _extension?.TypeParameters ?? "";

    private string Constraints => _extension?.Constraints ?? "";

    /// <summary>Opens the namespace and the types or the class.</summary>
    /// <param name="summary">What the class with extension methods is for; the type's name follows.</param>
    public void Open(string summary)
    {
        if (target.Namespace is not null)
            writer.OpenBlock($"namespace {target.Namespace}");
        if (_instance is not null)
        {
            for (int i = 0; i < _instance.Declarations.Count; i++)
            {
                bool isLast = i == _instance.Declarations.Count - 1;
                writer.OpenBlock(_instance.Declarations[i] + (isLast && _instance.Interface is { } implemented ? $" : global::Vero.Typed.{implemented}" : ""));
            }
        }
        else
        {
            if (!_extension!.IsMap)
                writer.WriteLine($"/// <summary>{summary} <c>{XmlText(target.DisplayName)}</c>.</summary>\n{GeneratedMethod}");
            writer.OpenBlock(_extension.IsMap ? $"static partial class {_extension.ClassName}" : $"{(_extension.IsPublic ? "public" : "internal")} static class {_extension.ClassName}");
        }
    }

    /// <summary>Prints the field that remembers how long the last body was.</summary>
    public void DeclareSize()
    {
        if (_instance is not null)
            writer.WriteLine(GeneratedCode);
        writer.WriteLine($"private static int {GeneratedNames.Size};");
    }

    public void Close()
    {
        for (int i = (_instance?.Declarations.Count ?? 1) + (target.Namespace is null ? 0 : 1); i > 0; i--)
            writer.CloseBlock();
    }

    /// <summary>Prints a method that users call.</summary>
    public void Method(MethodText method, string body)
    {
        var head = new StringBuilder("\n").Append(Documented(method.Summary)).Append('\n');
        if (_extension is { } receiver)
            head.Append($"/// <param name=\"{receiver.ReceiverName}\">The {what}.</param>\n");
        foreach ((_, string name, string summary) in method.Parameters)
            head.Append($"/// <param name=\"{name}\">{summary}</param>\n");
        if (method.Returns is { } returns)
            head.Append($"/// <returns>{returns}</returns>\n");
        head.Append($"/// <exception cref=\"global::Vero.Typed.VeroSerializationException\">{method.Throws}</exception>\n");
        IEnumerable<string> parameters = method.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}");
        if (_extension is { } extension)
            parameters = parameters.Prepend($"{(extension.IsExtension ? "this " : "")}{extension.ReceiverType} {extension.ReceiverName}");
        else
            head.Append(GeneratedMethod).Append('\n');
        writer.WriteLine(head.Append($"public {Modifier(method)}{method.ReturnType} {method.Name}{TypeParameters}({string.Join(", ", parameters)}){Constraints}").ToString());
        writer.WriteLine("{");
        if (_extension is { ReceiverCanBeNull: true })
            writer.WriteLine($"    if ({Self} is null)\n        throw new global::System.ArgumentNullException(nameof({Self}));");
        foreach (string line in body.Split('\n'))
            writer.WriteLine("    " + line.TrimEnd('\r'));
        writer.WriteLine("}");
    }

    /// <summary>Prints a method that says why it cannot be called.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isHiding">Whether it hides one of a base.</param>
    /// <param name="reason">The reason, as a literal.</param>
    public void Stub(StubMethodModel method, bool isHiding, string reason)
    {
        var parameters = new List<string>();
        if (_extension is { } extension)
            parameters.Add($"{(extension.IsExtension ? "this " : "")}{extension.ReceiverType} {extension.ReceiverName}");
        if (method.TakesWriter)
            parameters.Add($"global::System.Buffers.IBufferWriter<byte> {WriterName}");
        if (method.TakesUser)
            parameters.Add($"global::Vero.Typed.VeroIdentity {UserName}");
        string modifier = _extension is not null ? "static " : isHiding ? "new " : "";
        string returnType = method.ReturnType.Length == 0 ? "void" : $"global::Vero.Typed.{method.ReturnType}";
        OpenStub(reason);
        writer.WriteLine($"public {modifier}{returnType} {method.Name}{TypeParameters}({string.Join(", ", parameters)}){Constraints} => throw new global::System.NotSupportedException();");
    }

    /// <summary>Prints a conversion of the type that says why there is none.</summary>
    /// <param name="type">The type of the library.</param>
    /// <param name="reason">The reason, as a literal.</param>
    public void StubConversion(string type, string reason)
    {
        OpenStub(reason);
        writer.WriteLine($"public static implicit operator global::Vero.Typed.{type}({_instance!.SelfType} value) => throw new global::System.NotSupportedException();");
    }

    private void OpenStub(string reason)
    {
        writer.WriteLine($"[global::System.Obsolete({reason}, error: true)]");
        if (_extension is null)
            writer.WriteLine(GeneratedMethod);
    }

    /// <summary>Opens the method that writes the members.</summary>
    public void OpenWrite()
    {
        writer.WriteLine();
        if (_extension is { } extension)
        {
            writer.OpenBlock(
                $"private static void {GeneratedNames.Write}{TypeParameters}(ref global::Vero.Typed.VeroJsonWriter __json, {extension.ReceiverType} {extension.ReceiverName}){Constraints}");
        }
        else
        {
            writer.WriteLine(GeneratedMethod);
            writer.OpenBlock($"private void {GeneratedNames.Write}(ref global::Vero.Typed.VeroJsonWriter __json)");
        }
    }

    /// <summary>The call of that method.</summary>
    public string CallWrite => _extension is null ? $"this.{GeneratedNames.Write}(ref __json);" : $"{GeneratedNames.Write}(ref __json, {Self});";

    /// <summary>Opens a method that writes values of a type.</summary>
    public void OpenValueMethod(int number, string parameterType)
    {
        writer.WriteLine();
        writer.WriteLine(GeneratedCode);
        writer.OpenBlock(
            $"private static void {ValueMethodName(number)}{TypeParameters}(ref global::Vero.Typed.VeroJsonWriter __json, scoped global::System.ReadOnlySpan<byte> __name, "
            + $"{parameterType} __value, string __member){Constraints}");
    }

    /// <summary>Opens a method that calls one of the user's.</summary>
    public void OpenStep(StepModel step)
    {
        writer.WriteLine();
        writer.WriteLine(GeneratedCode);
        writer.OpenBlock(
            $"private static {step.ResultType} {step.Name}{TypeParameters}(ref global::Vero.Typed.VeroJsonWriter __json, {step.ParameterType} __value, string __member){Constraints}");
    }

    /// <summary>What a call of such a method begins with.</summary>
    public string ValueMethod(int number) => ValueMethodName(number) + TypeParameters;

    /// <summary>The documentation of a method that builds a request: what it does, and the JSON.</summary>
    /// <remarks><c>code</c> keeps its lines in every IDE; a list would not. Without the paragraph before it, some show both in one line.</remarks>
    public static string Preview(string sentence, IEnumerable<string> lines) =>
        $"<summary>\n<para>{sentence} A key with ? is left out if its member is null:</para>\n<code>\n{string.Join("\n", lines.Select(XmlText))}\n</code>\n</summary>";

    private static string ValueMethodName(int number) => GeneratedNames.ValueMethod + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Modifier(MethodText method)
    {
        if (_instance is null)
            return "static ";
        if (_instance.Overrides.Contains($"{method.Name}/{method.Parameters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))
            return "override ";
        return _instance.Inheritance == MethodInheritance.Virtual ? "virtual " : "";
    }

    private static string Documented(string lines) => "/// " + lines.Replace("\n", "\n/// ");

    private static string XmlText(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
