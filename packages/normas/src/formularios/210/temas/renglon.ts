/** One row: by column, a number, a text (the key of an option too) or a yes. What is not known is absent. */
export type Renglon = Readonly<Record<string, number | string | boolean>>;
