import { pedir } from './cliente.ts';

/** Bytes of body as they travel, compressed as served; headers apart. */
export interface Peso {
  html: number;
  /** Of each further file, by its kind. */
  otros: Record<string, number>;
  total: number;
}

/** A phone's browser: remembers what it already has, because its address never changes. */
export class Telefono {
  readonly #url: string;
  readonly #codificacion: string;
  readonly #cabeceras: Record<string, string>;
  readonly #guardados = new Set<string>();

  constructor(url: string, codificacion: string, cabeceras: Record<string, string> = {}) {
    this.#url = url;
    this.#codificacion = codificacion;
    this.#cabeceras = cabeceras;
  }

  /** Opens a page and downloads what it names and is not kept yet. */
  async abrir(camino: string): Promise<Peso> {
    const html = (await this.#bajar(camino)).length;
    const texto = (await pedir(this.#url + camino, { cabeceras: this.#cabeceras })).crudo.toString();
    const otros: Record<string, number> = {};
    for (const [, recurso = ''] of texto.matchAll(/(?:href|src)="(\/recursos\/[^"]+)"/g)) {
      if (this.#guardados.has(recurso)) continue;
      this.#guardados.add(recurso);
      const clase = recurso.split('.').at(-1) ?? '';
      otros[clase] = (otros[clase] ?? 0) + (await this.#bajar(recurso)).length;
    }
    return { html, otros, total: Object.values(otros).reduce((a, b) => a + b, html) };
  }

  async #bajar(camino: string): Promise<Buffer> {
    const { estado, crudo } = await pedir(this.#url + camino, {
      cabeceras: { ...this.#cabeceras, 'accept-encoding': this.#codificacion },
    });
    if (estado !== 200) throw new Error(`${camino}: ${estado}`);
    return crudo;
  }
}
