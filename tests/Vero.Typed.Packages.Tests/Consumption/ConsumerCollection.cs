namespace Vero.Typed.Packages.Tests.Consumption;

/// <summary>The tests that need the built consumers, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConsumerCollection : ICollectionFixture<BuiltConsumers>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Consumers";
}
