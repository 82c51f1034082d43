using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

/// <summary>The file of customers that is committed beside the sample.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "customers.csv");

    public static Task<IReadOnlyList<CustomerRow>> RowsAsync() => CustomerFile.ReadAsync(Path, TestContext.Current.CancellationToken);
}
