using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO009.</summary>
public sealed class TypeCannotBeReachedTests
{
    [Theory]
    [InlineData("file class {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("file partial class {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("file class Outer { public class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { private class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { protected class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { private protected class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { private class Middle { public class {|VERO009:Customer|} { [VeroId] public int Id; } } }")]
    [InlineData("public class Outer { private partial class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public partial class Outer { private class {|VERO009:Customer|} { [VeroId] public int Id; } }")]
    [InlineData("public ref struct {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("public ref partial struct {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("public interface {|VERO009:ICustomer|} { [VeroId] int Id { get; } }")]
    [InlineData("public partial interface {|VERO009:ICustomer|} { [VeroId] int Id => 1; }")]
    [InlineData("public static class {|VERO009:Customer|} { [VeroId] public static int Id { get; } }")]
    [InlineData("[System.Obsolete(\"gone\", true)] public class {|VERO009:Customer|} { [VeroId] public int Id; }")]
    [InlineData("public class {|VERO009:Customer|} { [VeroId] public int Id; } public class CustomerVeroExtensions { }")]
    [InlineData("public class {|VERO009:Customer|} { [VeroId] public int Id; } public static partial class CustomerVeroExtensions { }")]
    [InlineData("public class {|VERO009:Customer|}<T> { [VeroId] public int Id; } public interface Customer1VeroExtensions { }")]
    [InlineData("public class Outer { public class {|VERO009:Customer|} { [VeroId] public int Id; } } public enum Outer_CustomerVeroExtensions { A }")]
    [InlineData("namespace Shop { public class {|VERO009:Customer|} { [VeroId] public int Id; } } namespace Shop.CustomerVeroExtensions { public class A { } }")]
    [InlineData("public class Outer<T> { public class {|VERO009:Customer|}<T> { [VeroId] public int Id; } }")]
    [InlineData("public class {|VERO009:Customer|}<__json> { [VeroId] public int Id; }")]
    [InlineData("public class A { public class {|VERO009:B|} { [VeroId] public int Id = 1; } } public class {|VERO009:A_B|} { [VeroId] public int Id = 2; }")]
    public Task A_type_out_of_reach_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public partial class Outer { private partial class Customer { [VeroId] public int Id; } }")]
    [InlineData("public partial class Outer { protected partial class Customer { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { protected internal class Customer { [VeroId] public int Id; } }")]
    [InlineData("public class Outer { internal class Customer { [VeroId] public int Id; } }")]
    [InlineData("public partial class Customer { [VeroId] public int Id; } public class CustomerVeroExtensions { }")]
    [InlineData("namespace A { public class Customer { [VeroId] public int Id; } } namespace B { public class CustomerVeroExtensions { } } public class CustomerVeroExtensions { }")]
    [InlineData("public class Customer { [VeroId] public int Id; } public static class CustomerExtensions { }")]
    [InlineData("public class Customer { [VeroId] public int Id; } public static class CustomerVeroExtensions<T> { }")]
    [InlineData("public abstract class Customer { [VeroTrait] public int A; } public class CustomerVeroExtensions { }")]
    [InlineData("public interface ICustomer { int Id { get; } } public class Customer : ICustomer { [VeroId] public int Id { get; } }")]
    [InlineData("[System.Obsolete(\"soon\")] public class Customer { [VeroId] public int Id; }")]
    [InlineData("[System.Obsolete(\"gone\", true)] public partial class Customer { [VeroId] public int Id; }")]
    [InlineData("file class Unrelated { } public class Customer { [VeroId] public int Id; }")]
    public Task A_type_within_reach_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);
}
