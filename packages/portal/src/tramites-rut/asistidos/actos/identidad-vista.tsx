import { fecha, fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import { municipio, MUNICIPIOS, nombreCompleto } from '@autogestion/normas/geografia';
import { z } from 'zod';
import { Casillas, Selector } from '../../../interfaz/index.ts';
import type { ContextoPagina } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { campoFecha, linea, unaDe } from '../../inscripcion/campos.ts';

/** Where a journey asks what an official saw; `R` and `H` are each journey's own. */
type Campo = ContextoPagina<object, object>['campo'];

export const VISTA = z.object({
  vista: unaDe(
    ['si'],
    'Marque la casilla después de ver el documento original y comprobar que es de la persona. Si no pudo, no siga.',
  ),
});

export function IdentidadVista({ campo }: { campo: Campo }) {
  return (
    <>
      <p class="govuk-body">
        Pida el documento original. Compare la foto, los nombres, el número y la fecha de expedición con la
        persona que tiene delante.
      </p>
      <Casillas
        {...campo.varios('vista')}
        etiqueta="Lo que usted comprobó"
        opciones={[
          { valor: 'si', texto: 'Vi el documento original, y quien lo presenta es la persona de la foto' },
        ]}
      />
    </>
  );
}

export const EXPEDICION = (reloj: Reloj) =>
  campoFecha(() => ({
    nombre: 'La fecha de expedición',
    desde: fecha('1930-01-01'),
    hasta: fechaEnBogota(reloj.ahora()),
  }));

export const NACIMIENTO = (reloj: Reloj) =>
  campoFecha(() => ({
    nombre: 'La fecha de nacimiento',
    desde: fecha('1900-01-01'),
    hasta: fechaEnBogota(reloj.ahora()),
  }));

export const LUGAR = z.object({ municipio: linea }).transform((v, ctx) => {
  if (v.municipio === '') return {};
  if (municipio(v.municipio)) return { municipio: v.municipio };
  ctx.addIssue({ code: 'custom', path: ['municipio'], message: 'Elija el municipio de la lista.' });
  return z.NEVER;
});

export function LugarDeExpedicion({ campo }: { campo: Campo }) {
  return (
    <Selector
      {...campo.texto('municipio')}
      etiqueta="Municipio"
      ayuda="El que dice el documento. Déjelo vacío si no es de Colombia."
      opcional
      conBusqueda
      opciones={MUNICIPIOS.map((m) => ({ valor: m.codigo, texto: nombreCompleto(m) }))}
    />
  );
}

export const resumenDeFecha = (clave: string) => (v: { fecha: Parameters<typeof formatearFecha>[0] }) => [
  { clave, valor: formatearFecha(v.fecha) },
];

export const resumenDeLugar = (v: { municipio?: string }) => {
  const m = municipio(v.municipio ?? '');
  return [{ clave: 'Lugar de expedición', valor: m ? nombreCompleto(m) : 'Fuera de Colombia' }];
};
