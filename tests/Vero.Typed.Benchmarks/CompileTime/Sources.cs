using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>The programs that are compiled.</summary>
internal static class Sources
{
    /// <summary>How many files each program has.</summary>
    public static int Files { get; set; } = 1_000;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => IsFramework(path) || Path.GetFileNameWithoutExtension(path) is "Vero.Typed" or "Vero.Typed.Client")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions ParseOptions => Parsing;

    /// <summary>Customers of twenty annotated members.</summary>
    public static SyntaxTree[] Annotated() => Trees(static n => Customer(n, "Extra"));

    /// <summary>One customer of them with another name for a member.</summary>
    public static SyntaxTree AnnotatedAfterEdit(int n) => Tree(n, Customer(n, "Renamed"));

    /// <summary>The same members as DTOs of System.Text.Json, with one context for all as its users write it.</summary>
    public static SyntaxTree[] Dtos()
    {
        var context = new StringBuilder("using System.Text.Json.Serialization;\nnamespace Shop;\n");
        for (int n = 0; n < Files; n++)
            context.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Customer{n}))]\n");
        context.Append("public partial class ShopContext : JsonSerializerContext { }\n");
        return [.. Trees(static n => Dto(n, "Extra")), Tree(Files, context.ToString())];
    }

    /// <summary>One DTO of them with another name for a member.</summary>
    public static SyntaxTree DtoAfterEdit(int n) => Tree(n, Dto(n, "Renamed"));

    /// <summary>Services, as they are in programs that have nothing to do with Vero.</summary>
    public static SyntaxTree[] Unannotated() => Trees(Service);

    /// <summary>All C# files of a folder, as one program. What does not compile without its packages is bound all the same.</summary>
    public static SyntaxTree[] Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(static path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), Parsing, path)),
    ];

    /// <summary>A file that has nothing to do with the others.</summary>
    public static SyntaxTree Unrelated(int version) => Tree(
        Files + 1, string.Create(CultureInfo.InvariantCulture, $"namespace Elsewhere; public static class Counter {{ public static int Next(int n) => n + {version}; }}"));

    /// <summary>A compilation that knows nothing yet but the trees.</summary>
    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Shop",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    private static bool IsFramework(string path) => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static SyntaxTree[] Trees(Func<int, string> source) => [.. Enumerable.Range(0, Files).Select(n => Tree(n, source(n)))];

    private static SyntaxTree Tree(int n, string source) => CSharpSyntaxTree.ParseText(
        SourceText.From(source, Encoding.UTF8), Parsing, string.Create(CultureInfo.InvariantCulture, $"/src/File{n}.cs"));

    private static string Customer(int n, string lastMember) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Globalization;
        using Vero.Typed;

        namespace Shop;

        public enum Plan{{n}} { Free, Pro, Team }

        public {{(n % 2 == 0 ? "sealed partial class" : "class")}} Customer{{n}}
        {
            [VeroId] public required int Id { get; init; }
            [VeroEmail] public string? Email { get; init; }
            [VeroTrait] public string? FirstName { get; init; }
            [VeroTrait] public string? LastName { get; init; }
            [VeroTrait] public string? Company { get; init; }
            [VeroTrait("city")] public string? Town { get; init; }
            [VeroTrait] public Plan{{n}} Plan { get; init; }
            [VeroTrait] public int Orders { get; init; }
            [VeroTrait] public long? Points { get; init; }
            [VeroTrait] public decimal Spent { get; init; }
            [VeroTrait] public double Score { get; init; }
            [VeroTrait] public bool IsActive { get; init; }
            [VeroTrait] public bool? WantsNews { get; init; }
            [VeroTrait] public DateTime Registered { get; init; }
            [VeroTrait] public DateTimeOffset? LastSeen { get; init; }
            [VeroTrait] public Guid Reference { get; init; }
            [VeroTrait] public Uri? Website { get; init; }
            [VeroTimezone] public int? Timezone { get; init; }
            [VeroLanguage] public string? Language { get; init; }
            [VeroTrait] public string? {{lastMember}} { get; init; }
        }
        """);

    private static string Dto(int n, string lastMember) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Globalization;
        using System.Text.Json.Serialization;

        namespace Shop;

        public enum Plan{{n}} { Free, Pro, Team }

        public {{(n % 2 == 0 ? "sealed partial class" : "class")}} Customer{{n}}
        {
            public required string Id { get; init; }
            public string? Email { get; init; }
            [JsonPropertyName("first_name")] public string? FirstName { get; init; }
            [JsonPropertyName("last_name")] public string? LastName { get; init; }
            [JsonPropertyName("company")] public string? Company { get; init; }
            [JsonPropertyName("city")] public string? Town { get; init; }
            [JsonPropertyName("plan")] public Plan{{n}} Plan { get; init; }
            [JsonPropertyName("orders")] public int Orders { get; init; }
            [JsonPropertyName("points")] public long? Points { get; init; }
            [JsonPropertyName("spent")] public decimal Spent { get; init; }
            [JsonPropertyName("score")] public double Score { get; init; }
            [JsonPropertyName("is_active")] public bool IsActive { get; init; }
            [JsonPropertyName("wants_news")] public bool? WantsNews { get; init; }
            [JsonPropertyName("registered")] public DateTime Registered { get; init; }
            [JsonPropertyName("last_seen")] public DateTimeOffset? LastSeen { get; init; }
            [JsonPropertyName("reference")] public Guid Reference { get; init; }
            [JsonPropertyName("website")] public Uri? Website { get; init; }
            [JsonPropertyName("timezone")] public int? Timezone { get; init; }
            [JsonPropertyName("language")] public string? Language { get; init; }
            public string? {{lastMember}} { get; init; }
        }
        """);

    private static string Service(int n) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed record Line{{n}}(int Product, int Quantity, decimal Price);

        public sealed class Order{{n}}
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
            public DateTime Placed { get; set; } = DateTime.UnixEpoch;
            public List<Line{{n}}> Lines { get; } = new();
        }

        public interface IOrders{{n}}
        {
            Task<Order{{n}}?> FindAsync(int id, CancellationToken cancellationToken);
        }

        public sealed class OrderService{{n}}
        {
            private readonly IOrders{{n}} _orders;
            private readonly Dictionary<int, decimal> _totals = new();
            private int _calls;

            public OrderService{{n}}(IOrders{{n}} orders)
            {
                _orders = orders ?? throw new ArgumentNullException(nameof(orders));
            }

            public async Task<decimal> TotalAsync(int id, CancellationToken cancellationToken)
            {
                _calls++;
                if (_totals.TryGetValue(id, out decimal known))
                    return known;

                Order{{n}}? order = await _orders.FindAsync(id, cancellationToken).ConfigureAwait(false);
                if (order is null)
                    throw new InvalidOperationException("There is no order " + id);

                decimal total = 0;
                foreach (Line{{n}} line in order.Lines)
                    total += line.Price * line.Quantity;
                _totals[id] = total;
                return total;
            }

            public Order{{n}} Copy(Order{{n}} order, string customer)
            {
                var copy = new Order{{n}} { Id = order.Id + 1, Customer = customer.Trim(), Placed = DateTime.UtcNow };
                copy.Lines.AddRange(order.Lines.Where(line => line.Quantity > 0).OrderBy(line => line.Product));
                copy.Lines.Add(new Line{{n}}(7, 1, 9.90m) with { Price = 4.95m });
                return copy;
            }

            public string Describe(Order{{n}} order)
            {
                string kind = order.Lines.Count switch
                {
                    0 => "empty",
                    1 => "single",
                    _ => order.Lines.Sum(line => line.Quantity) > 10 ? "large" : "small",
                };
                Console.WriteLine(kind);
                return $"{order.Id}: {kind}, {order.Customer ?? "nobody"}, {order.Placed:d}, {_calls}";
            }

            public IReadOnlyList<int> Products(IEnumerable<Order{{n}}> orders)
            {
                var products = new HashSet<int>();
                foreach (Order{{n}} order in orders)
                {
                    try
                    {
                        foreach (Line{{n}} line in order.Lines)
                            products.Add(line.Product);
                    }
                    catch (InvalidOperationException exception)
                    {
                        Console.Error.WriteLine(exception.Message);
                    }
                }

                return products.ToList();
            }
        }
        """);
}
