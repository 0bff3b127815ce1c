/** Rules are named `<language>.<table>.<name>`; whoever else decided is no rule. */
export const isPerson = (by: string): boolean => !/^[a-z]{2}\.[a-z-]+\./.test(by)
