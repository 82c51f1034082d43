using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

/// <summary>The files that are committed beside the sample.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "customers.csv");

    public static string OrderPath { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "orders.csv");

    public static Task<IReadOnlyList<FileRow>> OrdersAsync() => RowFile.Orders.ReadAsync(OrderPath, TestContext.Current.CancellationToken);

    public static Task<IReadOnlyList<FileRow>> RowsAsync() => RowFile.Customers.ReadAsync(Path, TestContext.Current.CancellationToken);
}
