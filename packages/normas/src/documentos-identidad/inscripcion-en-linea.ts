import { tipoDocumento } from './tipos.ts';

/** Where the NIT of the person comes from. */
export type OrigenNit = 'numero-del-documento' | 'rango';

export type InscripcionEnLinea = { admite: true; origenNit: OrigenNit } | { admite: false; razon: string };

/**
 * Documents with which a natural person registers without help. The sources say that these documents
 * identify in the RUT (for the PPT, Oficio DIAN 907159 de 2022), not which of them serve on the web:
 * the choice is a parameter of this office. The number of a foreign document may also be the number of
 * somebody's cédula, so only the cédula de ciudadanía becomes the NIT.
 */
const EN_LINEA: Record<string, OrigenNit> = {
  '13': 'numero-del-documento',
  '22': 'rango',
  '41': 'rango',
  '48': 'rango',
};

const RAZONES: Record<string, string> = {
  '11': 'El registro civil identifica a menores de edad. La inscripción en línea es solo para mayores de 18 años; un funcionario le atiende por videollamada.',
  '12': 'La tarjeta de identidad identifica a menores de edad. La inscripción en línea es solo para mayores de 18 años; un funcionario le atiende por videollamada.',
  '14': 'Las sucesiones no se inscriben en línea: lo hace su representante con un funcionario.',
  '15': 'Las sucesiones no se inscriben en línea: lo hace su representante con un funcionario.',
  '31': 'El NIT identifica a quien ya está en el RUT. Para inscribirse, use su documento de identidad.',
  '47': 'El PEP no se puede comprobar en línea. Si ya tiene el PPT, úselo; si no, un funcionario le atiende por videollamada.',
  '91': 'El NUIP es el número de su cédula, tarjeta de identidad o registro civil: elija ese documento.',
};

const RAZON_GENERAL =
  'Este documento no se puede comprobar en línea. Un funcionario le atiende por videollamada.';

/** Whether somebody with this type of document may register on the web, and if not, what to do. */
export function inscripcionEnLinea(tipo: string): InscripcionEnLinea {
  const origenNit = EN_LINEA[tipo];
  if (origenNit) return { admite: true, origenNit };
  if (!tipoDocumento(tipo)) return { admite: false, razon: 'Elija el tipo de documento de la lista.' };
  return { admite: false, razon: RAZONES[tipo] ?? RAZON_GENERAL };
}
