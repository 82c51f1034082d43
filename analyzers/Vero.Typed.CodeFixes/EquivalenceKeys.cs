namespace Vero.Typed.CodeFixes;

/// <summary>What the repairs of one kind have in common. Users name them in scripts, so they are public promises.</summary>
internal static class EquivalenceKeys
{
    public const string MakePartial = "Vero.MakePartial";
    public const string AddAttribute = "Vero.AddAttribute";
    public const string MarkAsValue = "Vero.MarkAsValue";
    public const string RemoveAttribute = "Vero.RemoveAttribute";
    public const string RemoveInstead = "Vero.RemoveInstead";
    public const string KeepOnlyThis = "Vero.KeepOnlyThis";
    public const string SendAsTrait = "Vero.SendAsTrait";
    public const string OwnKey = "Vero.OwnKey";
    public const string MoveToMember = "Vero.MoveToMember";
    public const string RemoveArguments = "Vero.RemoveArguments";
    public const string ExposeValue = "Vero.ExposeValue";
    public const string SendPart = "Vero.SendPart";
    public const string WriteConverter = "Vero.WriteConverter";
    public const string UseDedicatedAttribute = "Vero.UseDedicatedAttribute";
    public const string UseReservedKey = "Vero.UseReservedKey";
    public const string OffsetInHours = "Vero.OffsetInHours";
    public const string UseLanguageTag = "Vero.UseLanguageTag";
    public const string UseJsonName = "Vero.UseJsonName";
    public const string ReturnInherited = "Vero.ReturnInherited";
    public const string CorrectEntry = "Vero.CorrectEntry";
    public const string UseSuggestedName = "Vero.UseSuggestedName";
    public const string RemoveOption = "Vero.RemoveOption";
    public const string ReadZoneId = "Vero.ReadZoneId";
    public const string UnspecifiedIsUtc = "Vero.UnspecifiedIsUtc";
    public const string UseInheritedId = "Vero.UseInheritedId";
    public const string ReadToken = "Vero.ReadToken";
    public const string UseHttps = "Vero.UseHttps";
    public const string FollowPlan = "Vero.FollowPlan";
    public const string RenameInPlan = "Vero.RenameInPlan";
    public const string RemoveFromPlan = "Vero.RemoveFromPlan";
    public const string UpdatePlan = "Vero.UpdatePlan";
    public const string SendRequest = "Vero.SendRequest";
}
