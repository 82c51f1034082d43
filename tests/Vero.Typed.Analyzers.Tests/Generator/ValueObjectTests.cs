using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Value objects with more than their <c>Value</c>, of this assembly and of others.</summary>
public sealed class ValueObjectTests
{
    private const string Types = """
        using System;
        public readonly record struct AccountId(Guid Value) { public bool IsEmpty => Value == Guid.Empty; public string Short => Value.ToString("N"); }
        public sealed class Mail { public Mail(string value) => Value = value; public string Value { get; } public string Domain => Value.Substring(Value.IndexOf('@') + 1); public bool IsEmpty { get { return Value.Length == 0; } } }
        public struct Vogen { private readonly int _value; private readonly bool _isSet; public Vogen(int value) { _value = value; _isSet = true; } public static readonly Vogen None; public const int Max = 9; public int Value => _isSet ? _value : throw new InvalidOperationException(); public bool IsInitialized => _isSet; }
        public abstract class ValueObject<T> { protected ValueObject(T value) => Value = value; public T Value { get; } public bool IsDefault => Equals(Value, default(T)); }
        public sealed class Size : ValueObject<int> { public Size(int value) : base(value) { } public bool IsLarge => Value > 40; }

        """;

    private const string Customer = """
        using System;
        using System.Collections.Generic;
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public AccountId Id = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
            [VeroEmail] public Mail? Email = new("a@b");
            [VeroTrait] public Vogen Number = new(7);
            [VeroTrait] public Size? Size = new(42);
            [VeroTrait] public AccountId? Referrer;
            [VeroTrait] public List<Mail?> Others = new() { new("c@d"), null };
            [VeroTrait] public Dictionary<string, Vogen> Counts = new() { ["a"] = new(1) };
        }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }

        """;

    private const string Body =
        """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","email":"a@b","data":{"number":7,"size":42,"others":["c@d",null],"counts":{"a":1}}}""";

    [Fact]
    public void What_is_computed_from_the_value_does_not_matter() => Assert.Equal(Body, GeneratorHarness.Run([Types, Customer]).Json);

    [Fact]
    public void Nor_does_it_in_another_assembly() => Assert.Equal(
        Body, GeneratorHarness.Run(Customer, new HarnessOptions { References = [GeneratorHarness.Run(Types, new HarnessOptions { AssemblyName = "Types" }).ToAssembly()] }).Json);

    // Their Value alone would lose what is stored beside it, or is not evidently what is meant.
    [Theory]
    [InlineData("public record A(int Value, string Unit);")]
    [InlineData("public class A { public int Value { get; } public string Unit { get; } = \"\"; }")]
    [InlineData("public class A { public int Value { get; } public string Unit => \"\"; public bool IsSet { get; } }")]
    [InlineData("public class A { public int Value => 1; public string Unit { get => \"\"; set { } } }")]
    [InlineData("public class A { public int Value => 1; public string Unit { get => \"\"; protected set { } } }")]
    [InlineData("public class A { public int Value => 1; public string Unit { get; private set; } = \"\"; }")]
    [InlineData("public class A { public int Value => 1; public int this[int i] => 1; }")]
    [InlineData("public abstract class Smart { public string Name => \"\"; public int Value => 1; } public class A : Smart { }")]
    [InlineData("public class A { public int Value => 1; public string DisplayName => \"\"; }")]
    [InlineData("public class B { public int Value => 1; } public class A : B { public new int Value => 2; }")]
    [InlineData("public struct A { public int Value { get; set; } public string Unit; }")]
    [InlineData("public class B { public readonly string Unit = \"\"; } public class A : B { public int Value => 1; }")]
    public async Task Others_are_no_value_objects_here_nor_in_another_assembly(string types)
    {
        const string Member = "using Vero.Typed; public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public A? X; }";
        await Verify.AnalyzerAsync(Member + types);
        await Verify.AnalyzerAsync(Member, new HarnessOptions { References = [GeneratorHarness.Run(types, new HarnessOptions { AssemblyName = "Types" }).ToAssembly()] });
    }

    [Theory]
    [InlineData("System.Security.Claims.Claim")]
    [InlineData("System.Text.RegularExpressions.Match")]
    [InlineData("System.Text.RegularExpressions.Capture")]
    [InlineData("System.Lazy<int>")]
    [InlineData("System.Collections.Generic.KeyValuePair<string, int>")]
    [InlineData("System.Net.Cookie")]
    [InlineData("System.Xml.Linq.XAttribute")]
    public Task Nor_are_those_of_the_framework(string type) =>
        Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public {type} X = default!; }}");
}
