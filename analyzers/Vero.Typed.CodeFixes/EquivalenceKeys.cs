namespace Vero.Typed.CodeFixes;

/// <summary>What the repairs of one kind have in common. Users name them in scripts, so they are public promises.</summary>
internal static class EquivalenceKeys
{
    public const string MakePartial = "Vero.MakePartial";
    public const string AddId = "Vero.AddId";
    public const string AddSerialization = "Vero.AddSerialization";
    public const string RemoveAttribute = "Vero.RemoveAttribute";
    public const string KeepOnlyThis = "Vero.KeepOnlyThis";
    public const string SendAsTrait = "Vero.SendAsTrait";
    public const string OwnKey = "Vero.OwnKey";
    public const string RemoveTarget = "Vero.RemoveTarget";
    public const string MoveToProperty = "Vero.MoveToProperty";
    public const string RemoveArguments = "Vero.RemoveArguments";
}
