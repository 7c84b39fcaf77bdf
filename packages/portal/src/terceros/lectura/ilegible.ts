type Motivo =
  'sin-archivo' | 'demasiado-grande' | 'vacio' | 'hoja-de-calculo' | 'hoja-danada' | 'utf-16' | 'binario';

/** The file is not read at all. The message is for who delivers it. */
export class ArchivoIlegible extends Error {
  readonly codigo: Motivo;

  constructor(codigo: Motivo, mensaje: string) {
    super(mensaje);
    this.name = 'ArchivoIlegible';
    this.codigo = codigo;
  }
}

/** It was being read and it stopped before its end. */
export class ArchivoCortado extends Error {
  readonly codigo = 'truncado';

  constructor() {
    super('El archivo está incompleto: se cortó antes de terminar. Súbalo otra vez.');
    this.name = 'ArchivoCortado';
  }
}
