namespace Vero.Typed.Client.Tests;

/// <summary>Tests that measure the process as a whole: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
