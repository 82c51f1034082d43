using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>A queue that its creator disposes: <c>await using</c> sends what it holds.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though not a collection.")]
public interface IOwnedVeroQueue : IVeroQueue, IAsyncDisposable;
