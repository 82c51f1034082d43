using System.Globalization;
using Vero.Typed.Analyzers.Model;

namespace Vero.Typed.Analyzers.Emit;

/// <summary>Prints what goes into <c>data</c>, and the methods that write values with parts.</summary>
internal sealed class DataEmitter(SourceWriter writer, TargetEmitter target, DataModel data, bool isEvent)
{
    private static readonly string KeysOfUsers = Keys(VeroContract.ReservedKeys.Select(static key => key.Name));

    private static readonly string KeysOfEvents = Keys(VeroContract.ReservedKeys.Where(static key => key.IsOfEvents).Select(static key => key.Name));

    private static readonly string IntegerKeys =
        Keys(VeroContract.ReservedKeys.Where(static key => key.Kind == ReservedKeyKind.Timezone).Select(static key => key.Name));

    /// <summary>Prints the whole of <c>data</c>.</summary>
    public void EmitMembers()
    {
        if (data.UnspecifiedMeans is { } kind)
            writer.WriteLine($"__json.UnspecifiedDateTimes(global::System.DateTimeKind.{kind});");
        if (data.Members.Count + data.Entries.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine("int __data = __json.BeginData();");
        EmitMembers(data.Members, data.Entries, static member => CSharpText.Literal(member.MemberName), isInData: true);
        writer.WriteLine(data.SendsStrings ? $"__json.EndDataAsStrings(__data, {IntegerKeys});" : "__json.EndData(__data);");
    }

    public void EmitValueMethods()
    {
        for (int i = 0; i < data.ValueMethods.Count; i++)
        {
            ValueMethodModel method = data.ValueMethods[i];
            target.OpenValueMethod(i, method.ParameterType);
            writer.WriteLine(method.Pattern.Length == 0 ? "var __it = __value;" : $"if (__value is not {method.Pattern} __it) return;");
            switch (method.Kind)
            {
                case ValueMethodKind.Array:
                    EmitArray(method);
                    break;
                case ValueMethodKind.Dictionary:
                    EmitDictionary(method);
                    break;
                case ValueMethodKind.Object:
                    writer.WriteLine("int __start = __json.Begin(__name);");
                    EmitMembers(method.Members, method.Entries, static _ => "__member", isInData: false);
                    writer.WriteLine("__json.EndObject(__start);");
                    break;
                case ValueMethodKind.Flags:
                    EmitFlags(method);
                    break;
                default:
                    throw new InvalidOperationException(method.Kind.ToString());
            }

            writer.CloseBlock();
        }
    }

    private void EmitMembers(EquatableArray<TraitModel> members, EquatableArray<EntriesModel> entries, Func<MemberModel, string> name, bool isInData)
    {
        for (int i = 0; i < members.Count; i++)
            EmitTrait(members[i], KeyJson(members[i].Key), "__value" + i.ToString(CultureInfo.InvariantCulture), name(members[i]));
        if (entries.Count == 0)
            return;
        writer.WriteLine("int __entries = __json.Position;");
        string declared = Keys(members.Select(static member => JsonText.Escape(member.Key)));
        for (int i = 0; i < entries.Count; i++)
            EmitEntries(entries[i], "__entries" + i.ToString(CultureInfo.InvariantCulture), declared, isInData, name(entries[i]));
    }

    private void EmitEntries(EntriesModel entries, string local, string declared, bool isInData, string member)
    {
        string? within = entries.Within is { } name ? $"__json.Within({CSharpText.Literal(name)});" : null;
        if (within is not null)
            writer.WriteLine(within);
        writer.OpenBlock($"if ({entries.Access} is {entries.Pattern} {local})");
        writer.OpenBlock($"foreach (var __entry in {entries.EnumerableCast}{local})");
        writer.WriteLine("int __key = __json.Position;");
        writer.WriteLine($"int __at = __json.{(isInData ? "DataKey" : "Key")}({entries.KeyAccess}, {member});");
        EmitTrait(entries.Value, "", "__value", member);
        writer.WriteLine("__json.EndEntry(__key, __at);");
        writer.CloseBlock();
        if (within is not null)
            writer.WriteLine(within);
        writer.WriteLine($"__json.EndEntries(__entries, {declared}, {(!isInData ? "default" : isEvent ? KeysOfEvents : KeysOfUsers)}, {member});");
        writer.CloseBlock();
    }

    private void EmitArray(ValueMethodModel method)
    {
        writer.WriteLine("int __start = __json.Begin(__name);");
        LoopEmitter.Open(writer, method.EnumerableCast + "__it", method.Loops, nothing: "__json.Raw(\",null\"u8); continue;");
        EmitTrait(method.Members[0], ",", "__value0", "__member");
        LoopEmitter.Close(writer, method.Loops);
        writer.WriteLine("__json.EndArray(__start);");
    }

    /// <summary>Prints the methods that call methods of the user, and say which one threw.</summary>
    public void EmitSteps()
    {
        foreach (StepModel step in data.Steps)
        {
            string name = CSharpText.Literal(step.StepName);
            target.OpenStep(step);
            writer.WriteLine(step.Pattern.Length == 0 ? "var __it = __value;" : $"if (__value is not {step.Pattern} __it) return default;");
            writer.WriteLine(
                $$"""
                try
                {
                    return {{(step.MayBeIterator ? $"__json.Sequence({step.Call}, __member, {name})" : step.Call)}};
                }
                catch (global::System.Exception __exception)
                {
                    throw __json.StepFailed(__exception, __member, {{name}});
                }
                """);
            writer.CloseBlock();
        }
    }

    private void EmitDictionary(ValueMethodModel method)
    {
        writer.WriteLine("int __start = __json.Begin(__name);");
        writer.OpenBlock($"foreach (var __entry in {method.EnumerableCast}__it)");
        writer.WriteLine($"__json.Key({method.KeyAccess}, __member);");
        EmitTrait(method.Members[0], "", "__value0", "__member");
        writer.CloseBlock();
        writer.WriteLine("__json.EndDictionary(__start, __member);");
    }

    private void EmitFlags(ValueMethodModel method)
    {
        writer.WriteLine("__json.Raw(__name);");
        foreach (FlagModel flag in method.Flags)
        {
            string name = JsonText.Escape(flag.Name);
            writer.WriteLine(flag.Bits == 0
                ? $"if (__value == 0UL) {{ __json.Raw({CSharpText.Utf8Literal(name + "\"")}); return; }}"
                : $"__json.Flag(ref __it, {flag.Bits.ToString(CultureInfo.InvariantCulture)}UL, {CSharpText.Utf8Literal(name + ", ")});");
        }

        writer.WriteLine("__json.EndFlags(__value.GetValueOrDefault(), __it, __member);");
    }

    /// <param name="trait">The value.</param>
    /// <param name="start">What stands before it: comma, key and colon; less where a method or an entry has written a part of it.</param>
    /// <param name="local">The name of a variable, if one is needed.</param>
    /// <param name="member">The name of the member as an expression.</param>
    private void EmitTrait(TraitModel trait, string start, string local, string member)
    {
        if (trait.Within is { } within)
            writer.WriteLine($"__json.Within({CSharpText.Literal(within)});");
        if (!trait.WritesNull)
        {
            EmitValue(trait, start, local, member);
            return;
        }

        writer.WriteLine($"int {local}At = __json.Position;");
        EmitValue(trait, start, local, member);
        writer.WriteLine($"__json.NullIfNothing({local}At, {CSharpText.Utf8Literal(start + "null")});");
    }

    private void EmitValue(TraitModel trait, string start, string local, string member)
    {
        string leading = CSharpText.Utf8Literal(IsQuoted(trait.Kind) ? start + "\"" : start);
        switch (trait.Kind)
        {
            case TraitValueKind.Text:
            case TraitValueKind.Integer:
            case TraitValueKind.Number:
                writer.WriteLine($"__json.Member({leading}, {trait.Access});");
                break;
            case TraitValueKind.Date:
                writer.WriteLine($"__json.Date({leading}, {trait.Access});");
                break;
            case TraitValueKind.FloatingPoint:
                writer.WriteLine($"__json.Member({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Bytes:
                writer.WriteLine($"__json.Base64({leading}, {trait.Access});");
                break;
            case TraitValueKind.Json:
                writer.WriteLine($"__json.Json({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.JsonText:
                writer.WriteLine($"__json.JsonText({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.TimezoneId:
                writer.WriteLine($"__json.TimezoneId({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Constant:
                writer.WriteLine($"__json.Raw({CSharpText.Utf8Literal(start + trait.Access)});");
                break;
            case TraitValueKind.RunTime or TraitValueKind.EnumAtRunTime:
                writer.WriteLine($"__json.RunTimeValue({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Flags:
                writer.WriteLine($"{target.ValueMethod(trait.Method)}(ref __json, {leading}, unchecked((ulong?)({trait.Access})), {member});");
                break;
            case TraitValueKind.Method:
                writer.WriteLine($"{target.ValueMethod(trait.Method)}(ref __json, {leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Timezone:
                writer.WriteLine($"__json.Timezone({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Language:
                writer.WriteLine($"__json.Language({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.PhoneNumber:
                writer.WriteLine($"__json.PhoneNumber({leading}, {trait.Access}, {member});");
                break;
            case TraitValueKind.Boolean:
                string yes = CSharpText.Utf8Literal(start + "true");
                string no = CSharpText.Utf8Literal(start + "false");
                writer.WriteLine(trait.CanBeNull
                    ? $"if ({trait.Access} is {{ }} {local}) __json.Raw({local} ? {yes} : {no});"
                    : $"__json.Raw({trait.Access} ? {yes} : {no});");
                break;
            case TraitValueKind.Enum:
                EmitEnum(trait, start, local, member);
                break;
            default:
                throw new InvalidOperationException(trait.Kind.ToString());
        }
    }

    private void EmitEnum(TraitModel trait, string start, string local, string member)
    {
        if (trait.CanBeNull)
            writer.OpenBlock($"if ({trait.Access} is {{ }} {local})");

        string value = trait.CanBeNull ? local : trait.Access;
        writer.OpenBlock($"__json.Raw({(trait.EnumCast.Length == 0 ? value : $"({trait.EnumCast}{value})")} switch");
        foreach (EnumValueModel enumValue in trait.EnumValues)
            writer.WriteLine($"{enumValue.Pattern} => {CSharpText.Utf8Literal($"{start}\"{JsonText.Escape(enumValue.Name)}\"")},");
        writer.WriteLine($"_ => throw __json.UndefinedEnumValue({member}),");
        writer.CloseBlock("});");

        if (trait.CanBeNull)
            writer.CloseBlock();
    }

    private static bool IsQuoted(TraitValueKind kind) => kind is TraitValueKind.Text or TraitValueKind.Date or TraitValueKind.Bytes or TraitValueKind.Flags or TraitValueKind.Language or TraitValueKind.PhoneNumber;

    private static string KeyJson(string key) => $",\"{JsonText.Escape(key)}\":";

    private static string Keys(IEnumerable<string> keys) => CSharpText.Utf8Literal(string.Concat(keys.Select(static key => $",\"{key}\":\n")));
}
