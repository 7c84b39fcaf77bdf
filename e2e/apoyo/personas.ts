/** Somebody fictional whom the identity registry knows. */
export interface Persona {
  numero: string;
  primerApellido: string;
  segundoApellido: string;
  primerNombre: string;
  otrosNombres: string;
  /** `YYYY-MM-DD` */
  expedicion: string;
  nacimiento: string;
  fallecida?: string;
  correo: string;
  telefono: string;
}

const APELLIDOS = ['Ñáñez', 'De la Peña', 'Güiza', 'Quimbaya', 'Ávila', 'Tunjano', 'Uribe', 'Chacón'];
const NOMBRES = ['María', 'José', 'Inés', 'Íngrid', 'Óscar', 'Luz', 'Ángel', 'Nubia'];
const de = (lista: readonly string[], n: number): string => lista[n % lista.length] ?? '';

/**
 * The `n`-th person of the tests: always the same, with a document number that nobody has been given
 * (nothing near 1.990.500.000 has been issued) and addresses that lead nowhere.
 */
export function persona(n: number, otra: Partial<Persona> = {}): Persona {
  return {
    numero: String(1_990_500_000 + n),
    primerApellido: de(APELLIDOS, n),
    segundoApellido: de(APELLIDOS, n + 3),
    primerNombre: de(NOMBRES, n),
    otrosNombres: '',
    expedicion: '2014-03-27',
    nacimiento: '1990-05-04',
    correo: `persona${n}@pruebas.example`,
    telefono: `300${String(5_000_000 + n)}`,
    ...otra,
  };
}

/** People one after another, so that no two tests of a file meet in the registry. */
export function personas(cuantas: number): { todas: Persona[]; siguiente(): Persona } {
  const todas = Array.from({ length: cuantas }, (_, n) => persona(n));
  let dadas = 0;
  return {
    todas,
    siguiente() {
      const proxima = todas[dadas++];
      if (!proxima) throw new RangeError(`Only ${cuantas} people were made`);
      return proxima;
    },
  };
}

const COLUMNAS =
  'tipo_documento,numero,primer_apellido,segundo_apellido,primer_nombre,otros_nombres,fecha_expedicion,municipio_expedicion,pais_expedicion,fecha_nacimiento,fallecida_en';

/** The file that `autogestion importar identidad` reads. */
export function comoCsv(lista: readonly Persona[]): string {
  const filas = lista.map((p) =>
    [
      '13',
      p.numero,
      p.primerApellido,
      p.segundoApellido,
      p.primerNombre,
      p.otrosNombres,
      p.expedicion,
      '25754',
      '169',
      p.nacimiento,
      p.fallecida ?? '',
    ].join(','),
  );
  return [COLUMNAS, ...filas, ''].join('\n');
}
