namespace Vero.Typed.Sandbox.Tests;

public sealed class DataFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("vero-data-").FullName, "data.json");

    [Fact]
    public async Task Profiles_and_events_come_back()
    {
        await using (VeroSandbox first = await StartAsync())
        {
            await first.SendAsync(VeroOperation.Identify, """{"id":"1","email":"ada@example.com","channels":[{"type":"push","address":"a"}],"data":{"plan":"Pro","n":1.50}}""").StatusAsync();
            await first.SendAsync(VeroOperation.EditTags, """{"id":"1","add":["vip"]}""").StatusAsync();
            await first.SendAsync(VeroOperation.Unsubscribe, """{"id":"1"}""").StatusAsync();
            await first.SendAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order","data":{"total":1},"extras":{"source":"shop"}}""").StatusAsync();
        }

        await using VeroSandbox second = await StartAsync();
        SandboxProfile ada = Assert.Single(second.Profiles).Value;
        Assert.Equal(("1", "ada@example.com", false), (ada.Id, ada.Email, ada.IsSubscribed));
        Assert.Equal(["vip"], ada.Tags);
        Assert.Equal([new SandboxChannel("push", "a", null)], ada.Channels);
        Assert.Equal("1.50", ada.Data["n"].GetRawText());
        SandboxEvent recorded = Assert.Single(second.EventsOf("1"));
        Assert.Equal(("Placed order", "shop", "1"), (recorded.Name, recorded.Source, recorded.Data["total"].GetRawText()));
        Assert.Empty(second.Requests);

        await second.SendAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Free"}}""").StatusAsync();
        Assert.Equal(2, second.Profiles["1"].Data.Count);
    }

    [Fact]
    public async Task A_change_is_kept_before_the_end()
    {
        await using VeroSandbox sandbox = await StartAsync();
        await sandbox.SendAsync(VeroOperation.Identify, """{"id":"1"}""").StatusAsync();

        await Eventually.IsAsync(() => File.Exists(_file) && File.ReadAllText(_file).Contains("\"1\"", StringComparison.Ordinal), "the file has the profile", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"profiles":null,"events":[]}""")]
    [InlineData("""{"profiles":[]}""")]
    [InlineData("""{"something":"else"}""")]
    public async Task Another_file_is_an_exception_and_stays_as_it_is(string content)
    {
        await File.WriteAllTextAsync(_file, content, TestContext.Current.CancellationToken);

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Contains(_file, exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private Task<VeroSandbox> StartAsync() => VeroSandbox.StartAsync(new VeroSandboxOptions { DataFile = _file }, TestContext.Current.CancellationToken);
}
