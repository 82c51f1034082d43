namespace Vero.Typed.Client.Tests.Events;

[VeroEvent]
public partial class PartialClass
{
    [VeroId]
    public int UserId { get; init; }

    [VeroTrait]
    public string? Note { get; init; }
}

[VeroEvent]
public class PlainClass
{
    [VeroId]
    public int UserId { get; init; }

    [VeroTrait]
    public string? Note { get; init; }
}

[VeroEvent]
public sealed partial record PartialRecord([VeroId] int UserId, [VeroTrait] string Note);

[VeroEvent]
public sealed record PlainRecord([VeroId] int UserId, [VeroTrait] string Note);

[VeroEvent]
public partial struct PartialStruct
{
    [VeroId]
    public int UserId { get; set; }

    [VeroTrait]
    public string? Note { get; set; }
}

[VeroEvent]
public struct PlainStruct
{
    [VeroId]
    public int UserId { get; set; }

    [VeroTrait]
    public string? Note { get; set; }
}

[VeroEvent]
public readonly partial record struct PartialRecordStruct([VeroId] int UserId, [VeroTrait] string Note);

[VeroEvent]
public readonly record struct PlainRecordStruct([VeroId] int UserId, [VeroTrait] string Note);

[VeroEvent]
public partial record PartialGeneric<TSource>([VeroId] int UserId, [VeroTrait] string Note, TSource Source);

[VeroEvent]
public record PlainGeneric<TSource>([VeroId] int UserId, [VeroTrait] string Note, TSource Source);

public partial class PartialOuter<TSource>
{
    [VeroEvent("Partial nested")]
    public partial record struct Inner([VeroId] int UserId, [VeroTrait] string Note);
}

public class PlainOuter<TSource>
{
    [VeroEvent("Plain nested")]
    public record struct Inner([VeroId] int UserId, [VeroTrait] string Note);
}

[VeroEvent]
public abstract record Base([VeroId] int UserId)
{
    [VeroTrait]
    public abstract string Note { get; }
}

[VeroEvent]
public partial record PartialDerived(int UserId, string Text) : Base(UserId)
{
    public override string Note => Text;
}

[VeroEvent]
public record PlainDerived(int UserId, string Text) : Base(UserId)
{
    public override string Note => Text;
}

[VeroEvent]
public partial record PartialOfNobody([VeroTrait] string Note);

[VeroEvent]
public record PlainOfNobody([VeroTrait] string Note);

/// <summary>A type of others.</summary>
public record Mapped(int Key, string Text);

[VeroMap(typeof(Mapped))]
[VeroEvent]
[VeroId(From = "Key")]
[VeroTrait("note", From = "Text")]
public static partial class MappedEvent;
