using Vero.Typed;

namespace Vero.Typed.DomainModels.Tests;

/// <summary>What real classes need beyond an attribute on a member of their own.</summary>
public enum Need
{
    /// <summary>Members of a base class that all entities of the project share.</summary>
    SharedBase,

    /// <summary>Members of a generic base class.</summary>
    GenericBase,

    /// <summary>Members of a base class of a package.</summary>
    PackageBase,

    /// <summary>A part of a nested value.</summary>
    NestedPart,

    /// <summary>The number of items of a collection.</summary>
    ItemCount,

    /// <summary>A member of each item.</summary>
    Projection,

    /// <summary>An id that other kinds of users have as well.</summary>
    SharedIds,

    /// <summary>Value types of others, or of one's own.</summary>
    OwnScalar,

    /// <summary>Dictionaries whose keys are no text.</summary>
    EnumKeys,

    /// <summary>A class that cannot be edited.</summary>
    ForeignClass,

    /// <summary>Two payloads of one class.</summary>
    SecondPayload,

    /// <summary>A method without parameters.</summary>
    Method,

    /// <summary>Text that holds JSON.</summary>
    JsonText,

    /// <summary>A time zone as an IANA or Windows id.</summary>
    ZoneId,

    /// <summary>Another id than the base's.</summary>
    OtherId,

    /// <summary>Dates whose kind the database driver does not say.</summary>
    UnspecifiedDates,

    /// <summary>Twenty attributes and more.</summary>
    ManyMembers,

    /// <summary>State in private fields.</summary>
    PrivateFields,

    /// <summary>A language that is a number, a list or a type.</summary>
    OwnLanguage,

    /// <summary>Text that is a list of values.</summary>
    ListInText,

    /// <summary>A value object with computed properties beside its value.</summary>
    ComputedBesideValue,

    /// <summary>An email address of a type of one's own.</summary>
    OwnEmail,
}

/// <param name="Type">The annotated type, or the map.</param>
/// <param name="Needs">What it shows.</param>
/// <param name="Users">Objects, at least one with every value and one with as few as possible.</param>
/// <param name="Request">Calls the generated method.</param>
public sealed record DomainModelCase(Type Type, Need[] Needs, object[] Users, Func<object, IdentifyRequest> Request)
{
    public static DomainModelCase Of<T>(Need[] needs, Func<T, IdentifyRequest> request, params T[] users)
        where T : notnull => new(typeof(T), needs, [.. users.Cast<object>()], user => request((T)user));

    public static DomainModelCase Mapped<T>(Type map, Need[] needs, Func<T, IdentifyRequest> request, params T[] users)
        where T : notnull => new(map, needs, [.. users.Cast<object>()], user => request((T)user));

    public override string ToString() => Type.Name;
}
