/** A form that contradicts itself: a mistake of who wrote it, found when it is compiled. */
export class FormularioMalHecho extends Error {
  readonly codigo:
    'clave-desconocida' | 'clave-repetida' | 'ciclo' | 'parametro-desconocido' | 'opcion-desconocida';

  constructor(codigo: FormularioMalHecho['codigo'], mensaje: string) {
    super(mensaje);
    this.name = 'FormularioMalHecho';
    this.codigo = codigo;
  }
}

/** No dated parameters for that year: the tax of a year whose law is not loaded is never guessed. */
export class AnioSinParametros extends Error {
  readonly codigo = 'anio-sin-parametros';
  readonly anio: number;

  constructor(formulario: string, anio: number, { desde, hasta }: { desde: number; hasta: number }) {
    super(
      `El formulario ${formulario} se puede calcular para los años gravables ${desde} a ${hasta}; no hay parámetros para ${anio}.`,
    );
    this.name = 'AnioSinParametros';
    this.anio = anio;
  }
}
