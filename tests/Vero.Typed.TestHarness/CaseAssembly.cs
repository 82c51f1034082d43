using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace Vero.Typed.TestHarness;

/// <summary>Loads what a test compiled and calls its <c>Case</c> class.</summary>
internal static class CaseAssembly
{
    internal static IReadOnlyList<VeroRequest> Requests(CompiledAssembly compiled, ImmutableArray<CompiledAssembly> references)
    {
        var context = new AssemblyLoadContext(compiled.Name, isCollectible: true);
        try
        {
            foreach (CompiledAssembly reference in references)
                Load(context, reference);

            Type type = Load(context, compiled).GetTypes().Single(static type => type.Name == "Case");
            MethodInfo method = type.GetMethod("Make") ?? type.GetMethod("MakeAll")
                ?? throw new InvalidOperationException("Case has neither Make() nor MakeAll()");
            return method.Invoke(null, null) switch
            {
                VeroRequest request => [request],
                IEnumerable<VeroRequest> requests => [.. requests],
                _ => throw new InvalidOperationException($"{method.Name}() does not return requests"),
            };
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
        finally
        {
            context.Unload();
        }
    }

    private static Assembly Load(AssemblyLoadContext context, CompiledAssembly assembly)
    {
        using var image = new MemoryStream([.. assembly.Image]);
        return context.LoadFromStream(image);
    }
}
