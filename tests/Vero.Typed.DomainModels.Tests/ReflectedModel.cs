using System.Collections;
using System.Globalization;
using System.Net.Mail;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vero.Typed;

namespace Vero.Typed.DomainModels.Tests;

/// <summary>
/// The body that annotations ask for, computed by reflection at run time. It shares no code with generator, analyzers or writer, so that a mistake in one
/// of them is not made here as well.
/// </summary>
internal sealed class ReflectedModel
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly object _user;
    private readonly Type _annotated;
    private readonly List<Type> _levels = [];

    private ReflectedModel(object user, Type annotated)
    {
        _user = user;
        _annotated = annotated;
        if (annotated.IsDefined(typeof(VeroMapAttribute)))
        {
            _levels.Add(annotated);
        }
        else
        {
            for (Type? level = annotated; level is not null && level != typeof(object); level = level.BaseType)
                _levels.Insert(0, level);
        }
    }

    /// <param name="user">The object.</param>
    /// <param name="annotated">Its type, or the map of it.</param>
    /// <returns>The JSON with the keys of every object in order.</returns>
    public static string Json(object user, Type annotated) => Canonical(new ReflectedModel(user, annotated).Body());

    /// <summary>JSON with the keys of every object in order.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(",", array.Select(Canonical))}]",
        JsonObject members => $"{{{string.Join(",", members.OrderBy(static m => m.Key, StringComparer.Ordinal).Select(static m => $"{JsonSerializer.Serialize(m.Key)}:{Canonical(m.Value)}"))}}}",
        _ => node.ToJsonString(),
    };

    private JsonObject Body()
    {
        var body = new JsonObject();
        var data = new JsonObject();
        var channels = new JsonArray();
        foreach (Type level in _levels)
        {
            foreach ((Attribute attribute, MemberInfo? member) in AnnotationsOf(level))
                Add(level, attribute, member, body, channels, data);
        }

        if (channels.Count > 0)
            body["channels"] = channels;
        if (data.Count > 0)
            body["data"] = data;
        return body;
    }

    private static IEnumerable<(Attribute Attribute, MemberInfo? Member)> AnnotationsOf(Type level)
    {
        foreach (Attribute attribute in Annotations(level))
            yield return (attribute, null);
        foreach (MemberInfo member in level.GetMembers(Declared).Where(static member => member is PropertyInfo or FieldInfo or MethodInfo))
        {
            foreach (Attribute attribute in Annotations(member))
                yield return (attribute, member);
        }

        foreach (ParameterInfo parameter in level.GetConstructors().SelectMany(static constructor => constructor.GetParameters()))
        {
            foreach (Attribute attribute in parameter.GetCustomAttributes<Attribute>().Where(static a => a.GetType().Assembly == typeof(VeroIdAttribute).Assembly))
                yield return (attribute, level.GetProperty(parameter.Name!));
        }
    }

    private static IEnumerable<Attribute> Annotations(MemberInfo member) => member.GetCustomAttributes<Attribute>(inherit: false)
        .Where(static attribute => attribute.GetType().Assembly == typeof(VeroIdAttribute).Assembly
            && attribute is not (VeroSerializationAttribute or VeroConvertersAttribute or VeroMapAttribute or VeroConverterAttribute));

    private void Add(Type level, Attribute attribute, MemberInfo? member, JsonObject body, JsonArray channels, JsonObject data)
    {
        object? start = member is null ? _user : Read(_user, member);
        object? value = Option("From", attribute) is string path ? Walk(start, Steps(path), 0) : start;
        value = Convert(value, level, Option("Converter", attribute) as string);
        switch (attribute)
        {
            case VeroIdAttribute id:
                body["id"] = id.Prefix + Text(value);
                break;
            case VeroEmailAttribute when Text(value) is { Length: > 0 } email:
                body["email"] = email;
                break;
            case VeroChannelAttribute channel:
                foreach (object? address in value is string ? new[] { value } : value as IEnumerable ?? Array.Empty<object>())
                {
                    if (address is not null)
                        channels.Add(new JsonObject { ["type"] = channel.Type, ["platform"] = channel.Platform, ["address"] = Text(address) });
                }

                break;
            case VeroTimezoneAttribute when value is not (null or ""):
                data["timezone"] = Hours(value);
                break;
            case VeroLanguageAttribute when value is not null && Text(value) is { Length: > 0 } tag:
                data["language"] = tag;
                break;
            case VeroTraitAttribute { Value: { } constant } trait:
                data[trait.Key!] = Node(constant);
                break;
            case VeroTraitAttribute { Json: true } trait when value is string json:
                data[KeyOf(trait, member)] = JsonNode.Parse(json);
                break;
            case VeroTraitAttribute trait when value is not null && !IsUnset(value, trait):
                data[KeyOf(trait, member)] = Node(value);
                break;
            case VeroDataAttribute when value is IEnumerable entries:
                foreach (object entry in entries)
                {
                    if (entry.GetType().GetProperty("Value")!.GetValue(entry) is { } entryValue)
                        data[(string)entry.GetType().GetProperty("Key")!.GetValue(entry)!] = Node(entryValue);
                }

                break;
        }
    }

    private static object? Option(string name, Attribute attribute) => attribute.GetType().GetProperty(name)?.GetValue(attribute);

    private static bool IsUnset(object value, VeroTraitAttribute trait) => Option("WriteDefault", trait) is false
        && value is DateTime or DateTimeOffset or DateOnly && value.Equals(Activator.CreateInstance(value.GetType()));

    private static string KeyOf(VeroTraitAttribute trait, MemberInfo? member)
    {
        if (trait.Key is { } key)
            return key;
        string name = trait.From is { } path ? Steps(path).Last(static step => step != "[]") : member is MethodInfo ? member.Name + "()" : member!.Name;
        if (name.EndsWith("()", StringComparison.Ordinal))
        {
            name = name[..^2];
            name = name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]) ? name[3..] : name;
        }

        if (member is FieldInfo)
        {
            name = name.StartsWith("m_", StringComparison.Ordinal) ? name[2..] : name;
            name = name.TrimStart('_');
        }

        return JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }

    private static List<string> Steps(string path)
    {
        var steps = new List<string>();
        foreach (string part in path.Split('.'))
        {
            int items = part.IndexOf("[]", StringComparison.Ordinal);
            string name = items < 0 ? part : part[..items];
            if (name.Length > 0)
                steps.Add(name);
            for (int i = items; i >= 0 && i < part.Length; i += 2)
                steps.Add("[]");
        }

        return steps;
    }

    private static object? Walk(object? value, List<string> steps, int index)
    {
        if (value is null || index == steps.Count)
            return value;
        if (steps[index] != "[]")
            return Walk(Step(value, steps[index]), steps, index + 1);

        var items = new List<object?>();
        foreach (object? item in (IEnumerable)value)
        {
            object? walked = Walk(item, steps, index + 1);
            if (steps.IndexOf("[]", index + 1) >= 0 && walked is List<object?> inner)
                items.AddRange(inner);
            else
                items.Add(walked);
        }

        return items;
    }

    private static object? Step(object value, string step)
    {
        string name = step.Replace("()", "", StringComparison.Ordinal);
        for (Type? level = value.GetType(); level is not null; level = level.BaseType)
        {
            MemberInfo? member = level.GetMember(name, Declared).FirstOrDefault(static m => m is PropertyInfo or FieldInfo or MethodInfo);
            if (member is not null)
                return Read(value, member);
        }

        return name == "Count" ? ((IEnumerable)value).Cast<object?>().Count() : throw new InvalidOperationException($"{value.GetType()} has no {step}");
    }

    private static object? Read(object of, MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetValue(of),
        FieldInfo field => field.GetValue(of),
        _ => ((MethodInfo)member).Invoke(of, null),
    };

    private static object? Convert(object? value, Type level, string? converter)
    {
        if (converter is null || value is null)
            return value;
        MethodInfo method = level.GetMethod(converter, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.Invoke(null, [value]);
    }

    private object? Converted(object value)
    {
        foreach (Type holder in Converters())
        {
            foreach (MethodInfo method in holder.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (method.IsDefined(typeof(VeroConverterAttribute)) && method.GetParameters()[0].ParameterType.IsInstanceOfType(value))
                    return method.Invoke(null, [value]);
            }
        }

        return value;
    }

    private IEnumerable<Type> Converters() => _levels.Select(static level => level.Assembly).Distinct().SelectMany(static assembly => assembly.GetTypes())
        .Concat(_annotated.Assembly.GetCustomAttributes<VeroConvertersAttribute>().Select(static listed => listed.Type))
        .Concat(_annotated.GetCustomAttributes<VeroConvertersAttribute>().Select(static listed => listed.Type));

    private string Text(object? value)
    {
        JsonNode? node = value is null ? null : Node(value);
        return node is JsonValue single && single.TryGetValue(out string? text) ? text : node?.ToJsonString() ?? "";
    }

    private JsonNode? Node(object? value)
    {
        if (value is null)
            return null;
        object? converted = Converted(value);
        if (converted is null)
            return null;

        switch (converted)
        {
            case Enum:
                return converted.ToString();
            case CultureInfo culture:
                return culture.Name;
            case MailAddress address:
                return address.Address;
            case DateTime { Kind: DateTimeKind.Unspecified } unspecified:
                return JsonSerializer.SerializeToNode(AsSaid(unspecified));
            case string or bool or char or Guid or Uri or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or decimal or byte[]:
            case JsonElement or JsonNode:
            case var number when number.GetType().IsPrimitive:
                return JsonSerializer.SerializeToNode(converted, converted.GetType());
            case IDictionary dictionary:
                var entries = new JsonObject();
                foreach (DictionaryEntry entry in dictionary)
                    entries[Text(entry.Key)] = Node(entry.Value);
                return entries;
            case IEnumerable items:
                return new JsonArray([.. items.Cast<object?>().Select(Node)]);
        }

        PropertyInfo[] properties = converted.GetType().GetProperties();
        return Array.Find(properties, static property => property.Name == "Value") is { } held && properties.All(property => property == held || !property.CanWrite)
            ? Node(held.GetValue(converted))
            : Parts(converted);
    }

    private JsonObject Parts(object value)
    {
        var parts = new JsonObject();
        foreach ((Attribute attribute, MemberInfo? member) in AnnotationsOf(value.GetType()))
        {
            if (attribute is VeroTraitAttribute trait && Read(value, member!) is { } part)
                parts[KeyOf(trait, member)] = Node(part);
        }

        return parts.Count > 0 ? parts : throw new InvalidOperationException($"{value.GetType()} cannot be sent");
    }

    private DateTime AsSaid(DateTime unspecified)
    {
        UnspecifiedDateTime said = _levels.AsEnumerable().Reverse().Select(static level => level.GetCustomAttribute<VeroSerializationAttribute>(inherit: false))
            .FirstOrDefault(static options => options is not null)?.UnspecifiedDateTime ?? UnspecifiedDateTime.AsIs;
        return said switch
        {
            UnspecifiedDateTime.Utc => DateTime.SpecifyKind(unspecified, DateTimeKind.Utc),
            UnspecifiedDateTime.Local => DateTime.SpecifyKind(unspecified, DateTimeKind.Local),
            _ => unspecified,
        };
    }

    private int Hours(object value) => (Converted(value) ?? value) switch
    {
        string id => Hours(TimeZoneInfo.FindSystemTimeZoneById(id)),
        TimeZoneInfo zone => (int)Math.Floor(zone.GetUtcOffset(DateTimeOffset.UtcNow).TotalHours),
        var number => System.Convert.ToInt32(number, CultureInfo.InvariantCulture),
    };
}
