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

    private const int UnrelatedFile = 1_000_000;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => IsFramework(path) || Path.GetFileNameWithoutExtension(path) is "Vero.Typed" or "Vero.Typed.Client")
            .Concat(WebFramework())
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions ParseOptions => Parsing;

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

    /// <summary>A file that has nothing to do with the others, in a version of which only a body is its own.</summary>
    public static SyntaxTree Unrelated(int version) => UnrelatedTree($"public static class Counter {{ public static int Next(int n) => n + {version}; }}");

    /// <summary>The same file with a member of its own.</summary>
    public static SyntaxTree UnrelatedMember(int version) => UnrelatedTree($"public static class Counter {{ public static int Next{version}(int n) => n; }}");

    /// <summary>The same file with a type of its own.</summary>
    public static SyntaxTree UnrelatedType(int version) => UnrelatedTree($"public static class Counter{version} {{ public static int Next(int n) => n; }}");

    /// <summary>A compilation that knows nothing yet but the trees.</summary>
    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees, params MetadataReference[] references) => CSharpCompilation.Create(
        "Shop",
        trees,
        [.. References, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>One file for each number.</summary>
    public static SyntaxTree[] Trees(Func<int, string> source) => [.. Enumerable.Range(0, Files).Select(n => Tree(n, source(n)))];

    /// <summary>The file with a number.</summary>
    public static SyntaxTree Tree(int n, string source) => CSharpSyntaxTree.ParseText(
        SourceText.From(source, Encoding.UTF8), Parsing, string.Create(CultureInfo.InvariantCulture, $"/src/File{n}.cs"));

    private static SyntaxTree UnrelatedTree(FormattableString source) => Tree(UnrelatedFile, "namespace Elsewhere; " + FormattableString.Invariant(source));

    // So that more of other people's sources can be bound.
    private static IEnumerable<string> WebFramework()
    {
        string core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string web = Path.Combine(core, "../../Microsoft.AspNetCore.App", Path.GetFileName(core));
        return Directory.Exists(web) ? Directory.EnumerateFiles(web, "*.dll").Where(path => !File.Exists(Path.Combine(core, Path.GetFileName(path)))) : [];
    }

    private static bool IsFramework(string path) => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

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
