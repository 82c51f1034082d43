using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vero.Typed.Sandbox.Contract;
using Vero.Typed.Sandbox.Storage;

namespace Vero.Typed.Sandbox.Http;

/// <summary>The Track API: validates a request, stores it and what it says, and responds.</summary>
internal sealed class TrackEndpoint(TrackContract contract, string authToken, SandboxStore store, FaultPlan faults, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, context.RequestAborted);
        var received = new ReceivedRequest(
            time.GetUtcNow(),
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            buffer.ToArray());

        Verdict verdict = Judge(request, received.Body);
        SandboxFault? fault = verdict.Operation is { } operation ? faults.Take(operation, verdict.UserId) : null;
        if (fault is not null)
        {
            if (fault.Delay > TimeSpan.Zero)
                await Task.Delay(fault.Delay, time, context.RequestAborted);
            if (fault.Reset)
            {
                store.Record(received, verdict with { Status = 0, Violations = [] });
                context.Abort();
                return;
            }

            if (fault.Status is { } status)
                verdict = verdict with { Status = status, Violations = [] };
            if (fault.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        store.Record(received, verdict, isStored: fault?.Status is null);
        await RespondAsync(context, verdict.Status);
    }

    private async Task RespondAsync(HttpContext context, int status)
    {
        byte[] response = Encoding.UTF8.GetBytes(contract.Response(status));
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = string.Join(", ", MethodsOf(context.Request.Path.Value));
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = response.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(response, context.RequestAborted);
    }

    private Verdict Judge(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        string[] methods = [.. MethodsOf(request.Path.Value)];
        if (methods.Length == 0)
            return Rejected(StatusCodes.Status404NotFound, "The path is not one of the Track API.");
        OperationContract? operation = contract.Operations.FirstOrDefault(known => known.Path == request.Path.Value && known.Method == request.Method);
        if (operation is null)
            return Rejected(StatusCodes.Status405MethodNotAllowed, $"The method must be {string.Join(" or ", methods)}.");

        // The body before the token, as Vero does it: a 400 can hide a 401.
        IReadOnlyList<SandboxViolation> violations = operation.Check(request.ContentType, body, out JsonElement value);
        if (violations.Count > 0)
            return new Verdict(StatusCodes.Status400BadRequest, violations, operation.Operation, value);
        if (CredentialFault(request) is { } fault)
            return Rejected(StatusCodes.Status401Unauthorized, fault) with { Operation = operation.Operation, Body = value };
        return new Verdict(StatusCodes.Status200OK, [], operation.Operation, value);
    }

    private string? CredentialFault(HttpRequest request)
    {
        string?[] tokens = [.. contract.CredentialParameters.SelectMany(name => request.Query[name])];
        return tokens switch
        {
            [] => $"The query has no parameter {string.Join(" or ", contract.CredentialParameters)}.",
            [var token] when token == authToken => null,
            [_] => "The token is not that of the sandbox.",
            _ => "The query has more than one token.",
        };
    }

    private IEnumerable<string> MethodsOf(string? path) => contract.Operations.Where(operation => operation.Path == path).Select(static operation => operation.Method);

    private static Verdict Rejected(int status, string message) => new(status, [new SandboxViolation(JsonPointer.Root, message)]);
}
