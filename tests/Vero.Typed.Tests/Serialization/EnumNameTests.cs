using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;

namespace Vero.Typed.Tests.Serialization;

/// <summary>Values of enums that have several names. This project is compiled with reference assemblies, which declare some of them in another order.</summary>
public class EnumNameTests
{
    private static readonly JsonSerializerOptions ByName = new() { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public void A_status_code_has_the_name_that_System_Text_Json_gives_it()
    {
        foreach (HttpStatusCode code in Enum.GetValues<HttpStatusCode>())
            Assert.Equal(Json(JsonSerializer.Serialize(code, ByName)), User(code).ToIdentifyRequest().ToJson());
        Assert.Equal(Json("\"TemporaryRedirect\""), User(HttpStatusCode.RedirectKeepVerb).ToIdentifyRequest().ToJson());

        static StatusUser User(HttpStatusCode code) => new()
        {
            Code = code, Maybe = code, Many = [code], ByCode = new() { [code] = 1 }, More = new() { ["a"] = code, ["b"] = new Dictionary<HttpStatusCode, int> { [code] = 1 } },
        };

        static string Json(string name) =>
            """{"id":"7","data":{"redirect":"MovedPermanently","code":NAME,"maybe":NAME,"many":[NAME],"by_code":{NAME:1},"a":NAME,"b":{NAME:1}}}""".Replace("NAME", name, StringComparison.Ordinal);
    }

    [Fact]
    public void So_have_the_names_that_are_declared_in_any_order_and_flags()
    {
        foreach (SocketOptionName option in Enum.GetValues<SocketOptionName>())
            Assert.Equal($$$"""{"id":"7","data":{"option":{{{JsonSerializer.Serialize(option, ByName)}}},"attributes":"PrivateScope"}}""", new SocketUser { Option = option }.ToIdentifyRequest().ToJson());
        foreach (MethodAttributes attributes in (MethodAttributes[])[MethodAttributes.NewSlot, MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.VtableLayoutMask, MethodAttributes.UnmanagedExport | MethodAttributes.MemberAccessMask])
            Assert.Equal($$$"""{"id":"7","data":{"option":"Debug","attributes":{{{JsonSerializer.Serialize(attributes, ByName)}}}}}""", new SocketUser { Option = SocketOptionName.Debug, Attributes = attributes }.ToIdentifyRequest().ToJson());
    }

    [Fact]
    public void A_value_that_is_not_defined_is_refused()
    {
        foreach (SocketUser user in (SocketUser[])[new() { Option = (SocketOptionName)(-77) }, new() { Option = SocketOptionName.Debug, Attributes = (MethodAttributes)0x1000000 }])
            Assert.EndsWith(ValueProblems.UndefinedEnumValue, Assert.Throws<VeroSerializationException>(() => user.ToIdentifyRequest()).Message, StringComparison.Ordinal);
        Assert.Equal(
            "Vero.Typed.Tests.Serialization.StatusUser.ByCode: " + ValueProblems.UndefinedEnumValue,
            Assert.Throws<VeroSerializationException>(() => new StatusUser { Code = HttpStatusCode.OK, ByCode = new() { [(HttpStatusCode)77] = 1 } }.ToIdentifyRequest()).Message);
    }

    // Few names, many, so many that .NET sorts them in another way; with and without flags, of every size.
    [Fact]
    public void Any_enum_has_the_names_that_System_Text_Json_gives_it()
    {
        AssemblyBuilder assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Enums"), AssemblyBuilderAccess.RunAndCollect);
        ModuleBuilder module = assembly.DefineDynamicModule("Enums");
        int number = 0;
        Gen.Select(Gen.Int[1, 40].SelectMany(most => Gen.Int[-3, most].Array[1, 60]), Gen.Bool, Gen.OneOf(typeof(int), typeof(long), typeof(sbyte), typeof(byte), typeof(ulong), typeof(uint), typeof(short))).Sample(
            (numbers, isFlags, underlying) =>
            {
                bool isUnsigned = underlying == typeof(byte) || underlying == typeof(ulong) || underlying == typeof(uint);
                object[] values = [.. numbers.Select(value => Convert.ChangeType(isUnsigned ? Math.Abs(value) : value, underlying, CultureInfo.InvariantCulture))];
                Type type = Define(module, $"E{Interlocked.Increment(ref number)}", underlying, values, isFlags);
                foreach ((object value, object other) in values.Zip(values.Reverse()))
                {
                    // Of two flags that are set, both names; a number where there are none for all bits, which is refused here.
                    object both = isFlags && !isUnsigned ? Convert.ToInt64(value, CultureInfo.InvariantCulture) | Convert.ToInt64(other, CultureInfo.InvariantCulture) : value;
                    var named = (Enum)Enum.ToObject(type, both);
                    Assert.Equal(JsonSerializer.Serialize(named, type, ByName), RunTimeEnum.NameOf(named) is { } name ? $"\"{name}\"" : named.ToString("D"));
                }
            },
            iter: 300,
            threads: 1);
    }

    // The second is the one that makes quicksort take its time: .NET goes on with a heap.
    [Fact]
    public void Names_are_sorted_as_dotNET_sorts_them()
    {
        Gen.Int[1, 100].SelectMany(static most => Gen.ULong[0, (ulong)most].Array[0, 200]).Sample(static values => AssertSortsAsDotNet(values), iter: 2_000);
        foreach (int half in (int[])[10, 50, 200, 1_000])
            AssertSortsAsDotNet([.. Enumerable.Range(1, half).Select(i => (ulong)(i % 2 == 1 ? i : half + i - 1)), .. Enumerable.Range(1, half).Select(static i => (ulong)(2 * i))]);
    }

    private static void AssertSortsAsDotNet(ulong[] values)
    {
        int[] indexes = [.. Enumerable.Range(0, values.Length)];
        ulong[] expectedValues = [.. values];
        int[] expected = [.. indexes];
        if (!values.SequenceEqual(values.Order()))
            Array.Sort(expectedValues, expected);
        EnumNames.Sort(values, indexes);
        Assert.Equal(expected, indexes);
    }

    private static Type Define(ModuleBuilder module, string name, Type underlying, object[] values, bool isFlags)
    {
        EnumBuilder builder = module.DefineEnum(name, TypeAttributes.Public, underlying);
        for (int i = 0; i < values.Length; i++)
            builder.DefineLiteral($"N{i}", values[i]);
        if (isFlags)
            builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(FlagsAttribute).GetConstructor([])!, []));
        return builder.CreateType();
    }
}

[VeroTrait("redirect", Value = HttpStatusCode.Moved)]
internal sealed class StatusUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait]
    public HttpStatusCode Code { get; set; }

    [VeroTrait]
    public HttpStatusCode? Maybe { get; set; }

    [VeroTrait]
    public HttpStatusCode[]? Many { get; set; }

    [VeroTrait]
    public Dictionary<HttpStatusCode, int>? ByCode { get; set; }

    [VeroData]
    public Dictionary<string, object?>? More { get; set; }
}

internal sealed class SocketUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait]
    public SocketOptionName Option { get; set; }

    [VeroTrait]
    public MethodAttributes Attributes { get; set; }
}
