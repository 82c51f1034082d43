using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Vero.Typed.TestSupport;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Vero.Typed.TestSupport;

/// <summary>
/// A PostgreSQL of this test run: in a temporary folder, on a free loopback port, as an unprivileged user. It ends with the test process, however
/// that ends, because it lives as long as a pipe from it.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static int _databases;
    private static string? _connection;

    private string? _folder;
    private Process? _process;

    /// <summary>Why there is no PostgreSQL; null if there is one.</summary>
    public static string? Missing { get; private set; }

    public static string NewDatabase()
    {
        string database = NewName();
        Execute($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database} TEMPLATE template0");
        return database;
    }

    /// <summary>Runs a statement of an administrator.</summary>
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_connection);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The connection string of a database that does not exist yet.</summary>
    public static string NewName()
    {
        if (Missing is not null)
            Assert.Skip(Missing);
        string name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name, Pooling = true, MaxPoolSize = 60 }.ConnectionString;
    }

    public async ValueTask InitializeAsync()
    {
        if (FindBinaries() is not { } binaries)
        {
            Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql).";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("vero-postgres-").FullName;
        int port = FreePort();
        string data = Path.Combine(_folder, "data");
        string settings = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=32MB "
            + (Environment.GetEnvironmentVariable("VERO_TESTS_FULL") == "1" ? "" : "-c fsync=off");
        string script =
            $"""
            set -e
            export LC_ALL=C
            '{binaries}/initdb' -D '{data}' -A trust -U vero -E UTF8 --no-sync > '{_folder}/initdb.log' 2>&1
            '{binaries}/postgres' -D '{data}' -p {port} {settings} > '{_folder}/postgres.log' 2>&1 &
            server=$!
            cat > /dev/null
            kill -QUIT $server
            wait $server || true
            rm -rf '{data}'
            """;
        bool isRoot = Environment.UserName == "root";
        if (isRoot)
            Run("chown", "postgres", _folder);
        var start = new ProcessStartInfo(isRoot ? "runuser" : "sh") { RedirectStandardInput = true, WorkingDirectory = _folder };
        foreach (string argument in isRoot ? (string[])["-u", "postgres", "--", "sh", "-c", script] : ["-c", script])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start);
        _connection = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=vero;Database=postgres;Pooling=false");
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_folder!, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // The files of the other user; the folder is temporary anyway.
        }
    }

    private async Task WaitAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connection);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < StartTimeout && !_process!.HasExited)
            {
                await Task.Delay(100);
            }
            catch (NpgsqlException exception)
            {
                Missing = "PostgreSQL did not start: " + exception.Message;
                return;
            }
        }
    }

    private static string? FindBinaries()
    {
        IEnumerable<string> folders = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(static folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
