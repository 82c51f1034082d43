using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>This assembly once more, bound to the build of the library for netstandard2.0.</summary>
internal sealed class OtherBuild : AssemblyLoadContext
{
    private const string Framework = "netstandard2.0";
    private static readonly string Folder = AppContext.BaseDirectory;

    private readonly IEnumerable _payloads;

    public OtherBuild()
        : base(Framework)
    {
        Assembly assembly = LoadFromAssemblyPath(typeof(OtherBuild).Assembly.Location);
        _payloads = (IEnumerable)assembly.GetType(typeof(Payload).FullName!)!.GetProperty(nameof(Payload.All))!.GetValue(null)!;
    }

    /// <summary>A way of one of the payloads there, after its body was compared with ours.</summary>
    public Func<object?> Run(Payload ours, int way)
    {
        object theirs = _payloads.Cast<object>().Single(payload => payload.ToString() == ours.ToString());
        var body = (byte[])theirs.GetType().GetMethod(nameof(Payload.BodyOf))!.Invoke(theirs, [way])!;
        if (!body.AsSpan().SequenceEqual(ours.BodyOf(way)))
            throw new InvalidOperationException($"The build for {Framework} makes another body of '{ours}'.");

        object ways = theirs.GetType().GetProperty(nameof(Payload.Ways))!.GetValue(theirs)!;
        object found = ((IEnumerable)ways).Cast<object>().ElementAt(way);
        return (Func<object?>)found.GetType().GetProperty(nameof(Way.Run))!.GetValue(found)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Vero.Typed"
        ? LoadFromAssemblyPath(Path.Combine(Folder, Framework, "Vero.Typed.dll"))
        : null;
}
