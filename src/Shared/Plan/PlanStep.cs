namespace Vero.Typed;

/// <summary>One step of a path.</summary>
/// <param name="Name">The key, as it is sent.</param>
/// <param name="IsAnyKey">Whether it stands for every key of a dictionary; its name is <c>*</c> then.</param>
internal readonly record struct PlanStep(string Name, bool IsAnyKey = false)
{
    public static PlanStep AnyKey { get; } = new(PlanText.AnyKey, IsAnyKey: true);

    public override string ToString() => IsAnyKey || PlanText.IsPlainStep(Name) ? Name : PlanText.Literal(Name);
}
