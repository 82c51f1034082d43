using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

/// <summary>The file of customers that is committed beside the sample.</summary>
internal static class ShippedFile
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "customers.csv");

    public static Task<IReadOnlyList<CustomerRow>> RowsAsync() => CustomerFile.ReadAsync(Path, TestContext.Current.CancellationToken);

    /// <summary>A copy of the file with the text changed.</summary>
    public static async Task<TemporaryFile> WithAsync(Func<string, string> change)
    {
        string text = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        string changed = change(text);
        Assert.NotEqual(text, changed);
        var file = new TemporaryFile();
        await File.WriteAllTextAsync(file.Path, changed, TestContext.Current.CancellationToken);
        return file;
    }
}
