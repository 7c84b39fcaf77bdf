/**
 * `{ a: T | undefined }` as `{ a?: T }`: what may be missing is missing, never a key whose value is undefined
 * (JSON, a comparison and `{ ...before, ...after }` tell them apart).
 */
export type Definidos<T> = {
  [K in keyof (SiempreDefinidas<T> & AVecesDefinidas<T>)]: (SiempreDefinidas<T> & AVecesDefinidas<T>)[K];
};

type SiempreDefinidas<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

type AVecesDefinidas<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the keys whose value is undefined; `null`, `''`, `0` and `false` are values. */
export function definidos<T extends object>(objeto: T): Definidos<T> {
  const resultado: Record<string, unknown> = {};
  for (const [clave, valor] of Object.entries(objeto)) if (valor !== undefined) resultado[clave] = valor;
  return resultado as Definidos<T>;
}
