using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Vero.Typed.Sandbox.Http.Models;
using Vero.Typed.Sandbox.Plan;
using Vero.Typed.Sandbox.Storage;

namespace Vero.Typed.Sandbox.Http;

/// <summary>The JSON API below <c>/admin</c>: what the page shows, and what tests in any language read and set.</summary>
internal sealed class AdminEndpoint(SandboxStore store, FaultPlan faults, PlanCoverage? plan, RequestRedaction redaction, CancellationToken stopping)
{
    public const string Root = "/admin";

    // More than this is not shown but downloaded.
    private const int ShownBodyBytes = 262_144;

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.Default,
        Converters = { new OperationNameConverter() },
    };

    public async Task HandleAsync(HttpContext context, PathString rest)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        string[] steps = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        Task response = (context.Request.Method, steps) switch
        {
            ("GET", []) => WriteAsync(context, new SandboxModel(plan is not null)),
            ("GET", ["requests"]) => WriteAsync(context, store.Requests.Where(Matches(context.Request.Query["search"])).Select(Summary)),
            ("GET", ["requests", var number]) when Find(number) is { } request => WriteAsync(context, Detail(request)),
            ("GET", ["requests", var number, "body"]) when Find(number) is { } request => WriteBodyAsync(context, request),
            ("GET", ["users"]) => WriteAsync(context, store.Profiles.Values.OrderBy(static profile => profile.Id, StringComparer.Ordinal).Select(ProfileModel.Of)),
            ("GET", ["users", var id]) when store.Profiles.TryGetValue(Uri.UnescapeDataString(id), out SandboxProfile? profile) => WriteAsync(context, User(profile)),
            ("GET", ["events"]) => WriteAsync(context, store.Events.Select(static recorded => EventModel.Of(recorded, isDropped: false))),
            ("GET", ["plan"]) when plan is not null => WriteAsync(context, plan.Report()),
            ("GET", ["stream"]) => StreamAsync(context),
            ("GET", ["faults"]) => WriteAsync(context, faults.All.Select(FaultModel.Of)),
            ("POST", ["faults"]) => AddFaultAsync(context),
            ("DELETE", ["faults"]) => DoAsync(context, faults.Clear),
            ("DELETE", []) => DoAsync(context, store.Clear),
            _ => ErrorAsync(context, StatusCodes.Status404NotFound, "There is nothing at this path."),
        };
        await response;
    }

    private SandboxRequest? Find(string number)
    {
        IReadOnlyList<SandboxRequest> requests = store.Requests;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index >= 1 && index <= requests.Count ? requests[index - 1] : null;
    }

    // Bodies are not sent with the list, so they are searched here.
    private static Func<SandboxRequest, bool> Matches(string? search) => string.IsNullOrEmpty(search)
        ? static _ => true
        : request => Encoding.UTF8.GetString(request.Body.Span).Contains(search, StringComparison.OrdinalIgnoreCase);

    private static RequestSummary Summary(SandboxRequest request) => new(
        request.Number,
        request.ReceivedAt,
        request.Operation,
        request.Operation is null ? $"{request.Method} {request.Path}" : null,
        request.UserId,
        request.EventName,
        request.Status,
        request.Violations.Count,
        request.IsDuplicate);

    private RequestDetail Detail(SandboxRequest request) => new(
        Summary(request),
        request.Method,
        request.Path,
        redaction.Query(request.Query),
        RequestRedaction.Headers(request.Headers),
        Encoding.UTF8.GetString(request.Body.Span[..Math.Min(request.Body.Length, ShownBodyBytes)]),
        request.Body.Length,
        request.Body.Length > ShownBodyBytes,
        [.. request.Violations.Select(ViolationModel.Of)],
        request.ProfileBefore is { } before ? ProfileModel.Of(before) : null,
        request.ProfileAfter is { } after ? ProfileModel.Of(after) : null);

    private UserModel User(SandboxProfile profile) => new(
        ProfileModel.Of(profile),
        [
            .. store.Events.Select(static recorded => EventModel.Of(recorded, isDropped: false))
                .Concat(store.DroppedEvents.Select(static recorded => EventModel.Of(recorded, isDropped: true)))
                .Where(recorded => recorded.UserId == profile.Id)
                .OrderBy(static recorded => recorded.ReceivedAt),
        ]);

    private async Task StreamAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        string? last = context.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? context.Request.Query["after"].FirstOrDefault();
        int number = int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int after) ? after : 0;
        int clearings = store.Clearings;
        try
        {
            await context.Response.WriteAsync("retry: 1000\n\n", ending.Token);
            while (true)
            {
                int version = store.Version;
                (int now, IReadOnlyList<SandboxRequest> requests) = store.RequestsAfter(number);
                if (now != clearings)
                {
                    (clearings, number) = (now, 0);
                    await context.Response.WriteAsync("event: clear\ndata: {}\n\n", ending.Token);
                    continue;
                }

                foreach (SandboxRequest request in requests)
                {
                    number = request.Number;
                    string data = JsonSerializer.Serialize(Summary(request), Json);
                    await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {number}\nevent: request\ndata: {data}\n\n"), ending.Token);
                }

                await context.Response.Body.FlushAsync(ending.Token);
                Task changed = store.ChangedAsync(version);
                if (await Task.WhenAny(changed, Task.Delay(HeartbeatInterval, ending.Token)) != changed)
                {
                    ending.Token.ThrowIfCancellationRequested();
                    await context.Response.WriteAsync(": still here\n\n", ending.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the sandbox stops.
        }
    }

    private async Task AddFaultAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            await ErrorAsync(context, StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.");
            return;
        }

        try
        {
            FaultModel? fault = await JsonSerializer.DeserializeAsync<FaultModel>(context.Request.Body, Json, context.RequestAborted);
            faults.Add((fault ?? throw new JsonException("A fault is a JSON object.")).ToFault());
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            await ErrorAsync(context, StatusCodes.Status400BadRequest, e.Message);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task DoAsync(HttpContext context, Action action)
    {
        action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task WriteBodyAsync(HttpContext context, SandboxRequest request)
    {
        // Never shown by a browser, whatever is in it.
        context.Response.ContentType = MediaTypeNames.Application.Octet;
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"request-{request.Number}.json\"");
        await context.Response.Body.WriteAsync(request.Body, context.RequestAborted);
    }

    private static Task ErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new ErrorModel(status, message));
    }

    private static Task WriteAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, value, Json, context.RequestAborted);
    }
}
