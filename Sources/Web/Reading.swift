/// What was read from a form.
public enum Reading<Value> {
    /// A value that can be used.
    case sound(Value)
    /// What is wrong, by the field's name.
    case wrong([String: String])
}
