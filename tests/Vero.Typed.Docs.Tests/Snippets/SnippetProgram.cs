using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;

namespace Vero.Typed.Docs.Tests.Snippets;

/// <summary>Runs a block that is a program.</summary>
internal static class SnippetProgram
{
    private static readonly Lock OneConsole = new();

    /// <summary>What the program prints.</summary>
    public static string Run(Snippet snippet)
    {
        using var image = new MemoryStream();
        EmitResult emitted = snippet.Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;

        var context = new AssemblyLoadContext("Snippet", isCollectible: true);
        lock (OneConsole)
        {
            TextWriter console = Console.Out;
            using var printed = new StringWriter { NewLine = "\n" };
            try
            {
                Console.SetOut(printed);
                var main = context.LoadFromStream(image).EntryPoint!;
                main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
                return printed.ToString();
            }
            finally
            {
                Console.SetOut(console);
                context.Unload();
            }
        }
    }
}
