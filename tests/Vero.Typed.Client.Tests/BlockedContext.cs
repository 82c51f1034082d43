namespace Vero.Typed.Client.Tests;

/// <summary>The context of a user interface whose only thread is busy waiting: what is posted never runs.</summary>
internal sealed class BlockedContext : SynchronizationContext
{
    private int _posts;

    public int Posts => _posts;

    /// <summary>Sends the request from a thread of such a context, which waits for the end of the call.</summary>
    public static Task SendAsync(FaultScene scene)
    {
        var context = new BlockedContext();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            SetSynchronizationContext(context);
            Exception? thrown = null;
            try
            {
                scene.SendAsync().GetAwaiter().GetResult();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }

            if (context.Posts > 0)
                thrown = new InvalidOperationException("Somebody wanted to go on in the context.");
            if (thrown is null)
                done.SetResult();
            else
                done.SetException(thrown);
        })
        { IsBackground = true };
        thread.Start();
        return done.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _posts);

    public override void Send(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _posts);
}
