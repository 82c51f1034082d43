using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Vero.Typed.Tests.NetStandardDomain;

namespace Vero.Typed.Tests;

/// <summary>
/// A build of the library for another target framework, loaded beside the one that the tests are compiled against, with a copy of the
/// netstandard2.0 domain assembly that is bound to it.
/// </summary>
internal sealed class LibraryBuild : AssemblyLoadContext
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(LibraryBuild).Assembly.Location)!;

    private readonly string _framework;

    public LibraryBuild(string framework)
        : base(framework)
    {
        _framework = framework;
        Library = LoadFromAssemblyPath(Path.Combine(Folder, framework, "Vero.Typed.dll"));
        Domain = LoadFromAssemblyPath(typeof(Bodies).Assembly.Location);
    }

    public Assembly Library { get; }

    public Assembly Domain { get; }

    /// <summary>Calls a method of <see cref="Bodies"/>; what it throws comes out as text, because its type is not ours.</summary>
    public Outcome Call(string method, params object?[] arguments) =>
        Outcome.Of(() => (byte[])Domain.GetType(typeof(Bodies).FullName!)!.GetMethod(method)!.Invoke(null, arguments)!);

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Vero.Typed"
        ? LoadFromAssemblyPath(Path.Combine(Folder, _framework, "Vero.Typed.dll"))
        : null;

    /// <summary>A body, or the exception instead of it.</summary>
    public sealed record Outcome(string Text)
    {
        public static Outcome Of(Func<byte[]> make)
        {
            try
            {
                return new Outcome(Convert.ToHexString(make()));
            }
            catch (Exception e) when (Unwrapped(e).GetType().FullName == typeof(VeroSerializationException).FullName)
            {
                return new Outcome(Unwrapped(e).Message);
            }
            catch (TargetInvocationException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerException!);
                throw;
            }
        }

        private static Exception Unwrapped(Exception e) => e is TargetInvocationException { InnerException: { } inner } ? inner : e;
    }
}
