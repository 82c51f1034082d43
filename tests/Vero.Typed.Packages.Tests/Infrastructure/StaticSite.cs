using System.Net;

namespace Vero.Typed.Packages.Tests;

/// <summary>Serves the files of folders to a browser.</summary>
internal sealed class StaticSite : IAsyncDisposable
{
    private const int FirstPort = 41_000;
    private const int LastPort = 41_100;

    private readonly string[] _folders;
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    /// <param name="folders">Where the files are; the first folder that has one counts.</param>
    public StaticSite(params string[] folders)
    {
        _folders = folders;
        Address = Listen();
        _serving = ServeAsync();
    }

    /// <summary>Its first page.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    // It cannot be asked for a free port.
    private Uri Listen()
    {
        for (int port = FirstPort; ; port++)
        {
            string address = $"http://127.0.0.1:{port}/";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(address);
            try
            {
                _listener.Start();
                return new Uri(address);
            }
            catch (HttpListenerException) when (port < LastPort)
            {
                continue;
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                await RespondAsync(context.Request.Url!.AbsolutePath.TrimStart('/'), context.Response);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The browser has gone, or the site is closed.
                continue;
            }
        }
    }

    private async Task RespondAsync(string path, HttpListenerResponse response)
    {
        using (response)
        {
            string name = path.Length == 0 ? "index.html" : path;
            if (_folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is not { } file)
            {
                response.StatusCode = 404;
                return;
            }

            response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html",
                ".js" => "text/javascript",
                ".wasm" => "application/wasm",
                _ => "application/octet-stream",
            };
            await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        }
    }
}
