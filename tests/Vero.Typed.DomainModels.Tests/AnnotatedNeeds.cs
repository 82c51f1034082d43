using System.Reflection;
using Vero.Typed;

namespace Vero.Typed.DomainModels.Tests;

/// <summary>Which needs the annotations of a class show: what a case says of itself is compared with them.</summary>
internal static class AnnotatedNeeds
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whether the annotations of a type show a need.</summary>
    public static bool Show(DomainModelCase model, Need need)
    {
        Type type = model.Type;
        Type subject = type.GetCustomAttribute<VeroMapAttribute>()?.Type ?? type;
        Assembly[] own = [typeof(Shop.ShopConverters).Assembly, typeof(ShopApp.AppUser).Assembly];
        (Attribute Attribute, MemberInfo Member)[] annotations = [.. AnnotationsOf(type).Concat(BasesOf(type).SelectMany(AnnotationsOf))];
        return need switch
        {
            Need.SharedBase => BasesOf(type).Any(level => own.Contains(level.Assembly)),
            Need.GenericBase => BasesOf(type).Any(static level => level.IsGenericType),
            Need.PackageBase => BasesOf(type).Any(level => !own.Contains(level.Assembly)),
            Need.NestedPart => Paths().Any(static path => !path.IsCount && (!path.IsOnType || path.Text.Contains('.', StringComparison.Ordinal))),
            Need.ItemCount => Paths().Any(static path => path.IsCount),
            Need.Projection => Paths().Any(static path => path.Text.Contains("[]", StringComparison.Ordinal)),
            Need.SharedIds => Has<VeroIdAttribute>(static id => id.Prefix is not null),
            Need.OwnScalar => Has<Attribute>(a => Option(a, "Converter") is not null) || annotations.Any(a => TypesIn(TypeOf(a.Member)).Any(t => t.Namespace?.StartsWith("System", StringComparison.Ordinal) == false))
                || (subject != type && subject.GetProperties().Any(static property => property.PropertyType.Namespace != "System")),
            Need.EnumKeys => annotations.Any(static a => TypeOf(a.Member) is { IsGenericType: true } held && held.GetGenericArguments() is [var key, _] && key != typeof(string)),
            Need.ForeignClass => subject != type && !own.Contains(subject.Assembly),
            Need.SecondPayload => subject != type && AnnotationsOf(subject).Any(),
            Need.Method => annotations.Any(static a => a.Member is MethodInfo) || Paths().Any(static path => path.Text.Contains("()", StringComparison.Ordinal)),
            Need.JsonText => Has<VeroTraitAttribute>(static trait => trait.Json),
            Need.ZoneId => Has<VeroTimezoneAttribute>(static zone => zone.Id),
            Need.OtherId => Has<VeroIdAttribute>(static id => id.Replaces),
            Need.UnspecifiedDates => type.GetCustomAttribute<VeroSerializationAttribute>() is { UnspecifiedDateTime: not UnspecifiedDateTime.AsIs },
            Need.ManyMembers => annotations.Length >= 20,
            Need.PrivateFields => annotations.Any(static a => a.Member is FieldInfo { IsPrivate: true }),
            Need.OwnLanguage => annotations.Any(static a => a.Attribute is VeroLanguageAttribute && TypeOf(a.Member) is var held && held != typeof(string) && held.Namespace != "System.Globalization"),
            Need.ListInText => annotations.Any(a => TypeOf(a.Member) == typeof(string) && Option(a.Attribute, "Converter") is string converter
                && type.GetMethod(converter, BindingFlags.Static | BindingFlags.NonPublic)!.ReturnType is var result && result != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(result)),
            Need.ComputedBesideValue => subject.GetProperties().SelectMany(static property => property.PropertyType.GetProperties().Select(static inner => inner.PropertyType).Append(property.PropertyType))
                .Any(static held => held.GetProperty("Value") is not null && held.GetProperties().Length > 1 && !held.GetProperties().Any(static other => other.Name is "Name" or "HasValue")),
            Need.OwnEmail => annotations.Any(static a => a.Attribute is VeroEmailAttribute { From: null } && TypeOf(a.Member) is { Namespace: not "System" }),
            _ => throw new ArgumentOutOfRangeException(nameof(need)),
        };

        bool Has<T>(Predicate<T> matches)
            where T : Attribute => annotations.Any(a => a.Attribute is T attribute && matches(attribute));

        IEnumerable<(string Text, bool IsOnType, bool IsCount)> Paths() => annotations
            .Where(static a => Option(a.Attribute, "From") is string)
            .Select(static a => ((string)Option(a.Attribute, "From")!, a.Member is Type))
            .Select(static path => (path.Item1, path.Item2, path.Item1 == "Count" || path.Item1.EndsWith(".Count", StringComparison.Ordinal)));
    }

    private static IEnumerable<(Attribute Attribute, MemberInfo Member)> AnnotationsOf(Type type) => type.GetMembers(All).Append(type)
        .SelectMany(static member => member.GetCustomAttributes<Attribute>(inherit: false).Select(attribute => (attribute, member)))
        .Where(static annotation => annotation.attribute.GetType().Assembly == typeof(VeroIdAttribute).Assembly
            && annotation.attribute is not (VeroMapAttribute or VeroSerializationAttribute or VeroConvertersAttribute));

    private static object? Option(Attribute attribute, string name) => attribute.GetType().GetProperty(name)?.GetValue(attribute);

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? level = type.BaseType; level is not null && level != typeof(object); level = level.BaseType)
            yield return level;
    }

    private static Type TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        MethodInfo method => method.ReturnType,
        _ => (Type)member,
    };

    private static IEnumerable<Type> TypesIn(Type type) => type.HasElementType ? TypesIn(type.GetElementType()!) : type.GetGenericArguments().SelectMany(TypesIn).Append(type);
}
