using System.Text.Json;
using System.Text.Json.Serialization;
using Vero.Typed.Sandbox.Http;
using Vero.Typed.Sandbox.Http.Models;

namespace Vero.Typed.Sandbox.Storage;

/// <summary>A file with the profiles and events, written shortly after each change and at the end.</summary>
internal sealed class SandboxFile : IAsyncDisposable
{
    private static readonly TimeSpan WriteInterval = TimeSpan.FromMilliseconds(200);

    // What is null is written, because what is missing is not read.
    private static readonly JsonSerializerOptions Json = new(AdminEndpoint.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly string _path;
    private readonly SandboxStore _store;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _writing;
    private int _writtenVersion;

    private SandboxFile(string path, SandboxStore store)
    {
        _path = path;
        _store = store;
        _writtenVersion = store.Version;
        _writing = WriteChangesAsync();
    }

    /// <summary>Reads a file into the store, if there is one, and keeps it up to date from now on.</summary>
    /// <exception cref="InvalidDataException">The file is not one of a sandbox.</exception>
    public static async Task<SandboxFile> LoadAsync(string path, SandboxStore store, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path))
        {
            try
            {
                await using FileStream stream = File.OpenRead(path);
                Content content = await JsonSerializer.DeserializeAsync<Content>(stream, Json, cancellationToken)
                    ?? throw new JsonException("It is null.");
                store.Restore(content.Profiles.Select(static profile => profile.ToProfile()), content.Events.Select(static recorded => recorded.ToEvent()));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path} is not a file of a sandbox.", e);
            }
        }

        return new SandboxFile(path, store);
    }

    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
            return;
        await _ending.CancelAsync();
        await _writing;
        await WriteAsync();
        _ending.Dispose();
    }

    private async Task WriteChangesAsync()
    {
        try
        {
            while (true)
            {
                await _store.ChangedAsync(_writtenVersion).WaitAsync(_ending.Token);
                await Task.Delay(WriteInterval, _ending.Token);
                await WriteAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The end writes what is left.
        }
    }

    // Readers see the file before or after, never half of it.
    private async Task WriteAsync()
    {
        _writtenVersion = _store.Version;
        string temporary = _path + ".tmp";
        await using (FileStream stream = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(
                stream,
                new Content(
                    [.. _store.Profiles.Values.OrderBy(static profile => profile.Id, StringComparer.Ordinal).Select(ProfileModel.Of)],
                    [.. _store.Events.Select(static recorded => EventModel.Of(recorded, isDropped: false))]),
                Json);
        }

        File.Move(temporary, _path, overwrite: true);
    }

    private sealed record Content(IReadOnlyList<ProfileModel> Profiles, IReadOnlyList<EventModel> Events);
}
