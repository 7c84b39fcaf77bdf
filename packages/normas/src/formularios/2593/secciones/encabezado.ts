import type { Seccion } from '../../motor/index.ts';
import { conConfianza } from '../../simple/index.ts';

/** The numbers of these boxes were not found: each has a key in words. */
export const ENCABEZADO: Seccion = {
  nombre: 'Datos del contribuyente',
  casillas: conConfianza('baja', [
    {
      clave: 'anio',
      nombre: 'Año',
      clase: 'texto',
      lectura: 'digitos',
      origen: 'oficina',
      ayuda: 'El año del bimestre.',
    },
    {
      clave: 'periodo',
      nombre: 'Período',
      clase: 'texto',
      lectura: 'digitos',
      origen: 'oficina',
      ayuda: 'El bimestre: 1 es enero y febrero, 6 es noviembre y diciembre.',
    },
    {
      clave: 'numeroDeFormulario',
      nombre: 'Número de formulario',
      clase: 'texto',
      origen: 'oficina',
      ayuda: 'Lo asigna la oficina cuando usted presenta.',
    },
    {
      clave: 'nit',
      nombre: 'Número de Identificación Tributaria (NIT)',
      clase: 'texto',
      lectura: 'nit',
      origen: 'rut',
      ayuda: 'Su NIT sin el dígito de verificación.',
    },
    {
      clave: 'dv',
      nombre: 'DV',
      clase: 'texto',
      lectura: 'dv',
      origen: 'rut',
      ayuda: 'El dígito de verificación del NIT.',
    },
    {
      clave: 'nombre',
      nombre: 'Apellidos y nombres o razón social',
      clase: 'texto',
      origen: 'rut',
      ayuda: 'Como están en su RUT.',
    },
    {
      clave: 'seccional',
      nombre: 'Código de dirección seccional',
      clase: 'texto',
      lectura: 'digitos',
      origen: 'rut',
      ayuda: 'La dirección seccional de su RUT (casilla 12).',
    },
    {
      clave: 'actividad',
      nombre: 'Actividad económica',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'El código de la actividad que le dio más ingresos en el bimestre.',
    },
    {
      clave: 'reciboAnterior',
      nombre: 'Código de corrección y número del recibo anterior',
      clase: 'texto',
      origen: 'oficina',
      ayuda: 'Solo si cambia un recibo que ya presentó.',
    },
  ]),
};
