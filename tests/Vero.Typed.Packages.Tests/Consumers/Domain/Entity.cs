namespace Shop.Domain;

/// <summary>A base without annotations: whoever derives from it elsewhere reaches its members by path.</summary>
public abstract class Entity
{
    public string? Key { get; set; }

    public Amount Balance { get; set; }
}
