using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Vero.Typed.Tests;

/// <summary>What the public surface promises on every target framework, read from the assemblies themselves.</summary>
public class PublicSurfaceTests
{
    private static readonly Assembly NetStandard = new LibraryBuild("netstandard2.0").Library;
    private static readonly Assembly Net8 = new LibraryBuild("net8.0").Library;
    private static readonly Assembly Net10 = typeof(VeroJsonWriter).Assembly;

    public static TheoryData<Type> MemberAttributes =>
    [
        typeof(VeroIdAttribute), typeof(VeroEmailAttribute), typeof(VeroTraitAttribute), typeof(VeroTimezoneAttribute),
        typeof(VeroLanguageAttribute), typeof(VeroUserAgentAttribute), typeof(VeroChannelAttribute), typeof(VeroDataAttribute),
        typeof(VeroCreatedAtAttribute), typeof(VeroPhoneNumberAttribute),
    ];

    [Fact]
    public void Every_public_member_of_an_older_build_exists_with_the_same_signature_in_a_newer_one()
    {
        string[] netStandard = Signatures(NetStandard);
        string[] net8 = Signatures(Net8);
        string[] net10 = Signatures(Net10);

        Assert.Empty(netStandard.Except(net8));
        Assert.Equal(net8, net10);

        // The control: the overloads that only newer frameworks can have are seen, and they are all there is.
        Assert.Equal(
            [
                "Vero.Typed.VeroJsonWriter: System.Void Date(System.ReadOnlySpan`1[System.Byte], System.Nullable`1[System.DateOnly])",
                "Vero.Typed.VeroJsonWriter: System.Void Member(System.ReadOnlySpan`1[System.Byte], System.Nullable`1[System.DateOnly])",
                "Vero.Typed.VeroJsonWriter: System.Void Member(System.ReadOnlySpan`1[System.Byte], System.Nullable`1[System.TimeOnly])",
            ],
            net8.Except(netStandard));
        Assert.Contains("Vero.Typed.VeroJsonWriter: Vero.Typed.IdentifyRequest ToIdentifyRequest(System.Int32&)", netStandard);
        Assert.True(netStandard.Length > 80, $"Only {netStandard.Length} members were found.");
    }

    [Fact]
    public void Everything_public_is_in_one_namespace()
    {
        foreach (Assembly build in (Assembly[])[NetStandard, Net8, Net10])
            Assert.All(build.GetExportedTypes(), type => Assert.Equal("Vero.Typed", type.Namespace));
    }

    [Fact]
    public void The_types_that_users_see_are_these()
    {
        Assert.Equal(
            [
                "AliasRequest", "DeleteUserRequest", "EditTagsRequest", "FreeformValues", "IVeroEvent", "IVeroUser", "IVeroUserEvent", "IdentifyRequest", "Naming",
                "ResubscribeRequest", "TrackRequest", "UnspecifiedDateTime", "UnsubscribeRequest", "VeroChannel", "VeroChannelAttribute", "VeroConverterAttribute",
                "VeroConvertersAttribute", "VeroCreatedAtAttribute", "VeroDataAttribute", "VeroEmailAttribute", "VeroEventAttribute", "VeroException",
                "VeroIdAttribute", "VeroIdentity", "VeroLanguageAttribute", "VeroMapAttribute", "VeroOperation", "VeroPhoneNumberAttribute", "VeroRequest", "VeroReservedKeys",
                "VeroSerializationAttribute", "VeroSerializationException", "VeroTimezoneAttribute", "VeroTraitAttribute", "VeroUserAgentAttribute",
            ],
            Visible().Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MemberAttributes))]
    public void An_attribute_that_sends_something_is_sealed_goes_on_types_and_members_and_is_not_inherited(Type attribute)
    {
        Assert.True(attribute.IsSealed);
        Assert.Equal(typeof(Attribute), attribute.BaseType);
        AttributeUsageAttribute usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;
        Assert.Equal(
            AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
            usage.ValidOn);
        Assert.Equal(attribute == typeof(VeroTraitAttribute) || attribute == typeof(VeroChannelAttribute) || attribute == typeof(VeroDataAttribute), usage.AllowMultiple);
        Assert.False(usage.Inherited);
    }

    [Theory]
    [InlineData(typeof(VeroConverterAttribute), AttributeTargets.Method, false)]
    [InlineData(typeof(VeroConvertersAttribute), AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct, true)]
    [InlineData(typeof(VeroMapAttribute), AttributeTargets.Class, false)]
    public void An_attribute_that_configures_is_sealed_and_not_inherited(Type attribute, AttributeTargets targets, bool allowsMultiple)
    {
        Assert.True(attribute.IsSealed);
        AttributeUsageAttribute usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;
        Assert.Equal((targets, allowsMultiple, false), (usage.ValidOn, usage.AllowMultiple, usage.Inherited));
    }

    [Fact]
    public void The_attribute_for_types_goes_once_on_a_class_struct_or_assembly_and_is_not_inherited()
    {
        Assert.True(typeof(VeroSerializationAttribute).IsSealed);
        AttributeUsageAttribute usage = typeof(VeroSerializationAttribute).GetCustomAttribute<AttributeUsageAttribute>()!;
        Assert.Equal(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, usage.ValidOn);
        Assert.False(usage.AllowMultiple);
        Assert.False(usage.Inherited);
    }

    [Fact]
    public void Every_attribute_is_covered_by_a_test()
    {
        Assert.Equal(
            MemberAttributes.Select(row => row.Data)
                .Concat([typeof(VeroEventAttribute), typeof(VeroSerializationAttribute), typeof(VeroConverterAttribute), typeof(VeroConvertersAttribute), typeof(VeroMapAttribute)]).OrderBy(type => type.Name, StringComparer.Ordinal),
            Visible().Where(typeof(Attribute).IsAssignableFrom).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_attributes_keep_what_they_are_given()
    {
        Assert.False(new VeroIdAttribute().AllowDefault);
        Assert.True(new VeroIdAttribute { AllowDefault = true }.AllowDefault);
        Assert.Null(new VeroTraitAttribute().Key);
        Assert.Equal("plan", new VeroTraitAttribute("plan").Key);
        Assert.Null(new VeroChannelAttribute().Type);
        Assert.Null(new VeroChannelAttribute().Platform);
        Assert.Equal(("push", "android"), (new VeroChannelAttribute("push", "android").Type, new VeroChannelAttribute("push", "android").Platform));
        Assert.Equal(typeof(string), new VeroConvertersAttribute(typeof(string)).Type);
        Assert.Equal(typeof(string), new VeroMapAttribute(typeof(string)).Type);
        Assert.Equal(UnspecifiedDateTime.AsIs, new VeroSerializationAttribute().UnspecifiedDateTime);
        Assert.Equal(Naming.SnakeCase, new VeroSerializationAttribute().Naming);
        Assert.Equal(Naming.AsDeclared, new VeroSerializationAttribute { Naming = Naming.AsDeclared }.Naming);
        Assert.Equal(("language", "timezone", "userAgent"), (VeroReservedKeys.Language, VeroReservedKeys.Timezone, VeroReservedKeys.UserAgent));
    }

    [Fact]
    public void The_writer_is_hidden_from_completion_lists()
    {
        Assert.Equal(EditorBrowsableState.Never, typeof(VeroJsonWriter).GetCustomAttribute<EditorBrowsableAttribute>()!.State);
        Assert.True(typeof(VeroJsonWriter).IsByRefLike);
    }

    // A required modifier is part of a signature, and the type that it names differs between target frameworks: such a member is
    // not found by code that was compiled for another one.
    [Fact]
    public void No_public_signature_has_a_required_modifier_or_an_in_parameter()
    {
        foreach (Assembly build in (Assembly[])[NetStandard, Net8, Net10])
            Assert.Empty(build.GetExportedTypes().SelectMany(Fragile));

        Assert.Equal(["In", "set_Init"], Fragile(typeof(Planted)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Exceptions_of_serialization_are_caught_as_those_of_Vero_and_are_never_transient()
    {
        var e = new VeroSerializationException("Shop.Customer", "Plan", "what is wrong");
        Assert.IsType<VeroException>(e, exactMatch: false);
        Assert.True(typeof(VeroException).IsAbstract);
        Assert.False(e.IsTransient);
        Assert.Equal("Shop.Customer.Plan: what is wrong", e.Message);
        Assert.Equal(("Shop.Customer", "Plan"), (e.TypeName, e.MemberName));
    }

    // The rest is for generated code only.
    private static IEnumerable<Type> Visible() => Net10.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never });

    private static IEnumerable<string> Fragile(Type type)
    {
        foreach (MethodBase method in Members(type).OfType<MethodBase>())
        {
            IEnumerable<ParameterInfo> parameters = method is MethodInfo { ReturnParameter: { } returned } ? method.GetParameters().Append(returned) : method.GetParameters();
            if (parameters.Any(p => p.GetRequiredCustomModifiers().Length > 0 || (p.ParameterType.IsByRef && p.IsDefined(typeof(IsReadOnlyAttribute)))))
                yield return method.Name;
        }
    }

    private static string[] Signatures(Assembly build) =>
    [
        .. build.GetExportedTypes()
            .SelectMany(type => Members(type).Select(member => $"{type}: {Signature(member)}"))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or FieldInfo { IsPublic: true } or FieldInfo { IsFamily: true });

    private static string Signature(MemberInfo member) => member switch
    {
        FieldInfo field => $"{field.FieldType} {field.Name} = {(field.IsLiteral ? field.GetRawConstantValue() : null)}",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Modified(method.ReturnParameter)} {method.Name}({Parameters(method)})",
        MethodBase constructor => $"{constructor.Name}({Parameters(constructor)})",
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Modified));

    private static string Modified(ParameterInfo parameter) =>
        parameter.ParameterType
        + string.Concat(parameter.GetRequiredCustomModifiers().Concat(parameter.GetOptionalCustomModifiers()).Select(modifier => $" {modifier}"));

    // What the test above must find.
    public abstract class Planted
    {
        public int Init { get; init; }

        public int Fine { get; set; }

        public abstract void In(in int value);

        public abstract void Ref(ref int value);
    }
}
