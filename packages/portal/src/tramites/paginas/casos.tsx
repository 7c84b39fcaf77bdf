import { formatearFecha } from '@autogestion/normas/fechas';
import {
  EnlaceBoton,
  Etiqueta,
  InstanteTexto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import { relojDelCaso, type Caso, type Solicitud } from '../consultas.ts';
import { nombreDelEstado } from '../palabras.ts';
import type { TipoDeCaso } from '../tipos.ts';
import { tonoDeEstado } from './tonos.ts';

/** What a taxpayer asked of the office, and what they left ready to sign. */
export const paginaCasos = (o: {
  /** `/de/<titular>` */
  base: string;
  casos: readonly Caso[];
  porFirmar: readonly (Solicitud & { nombre: string })[];
  /** What may be begun. */
  tipos: readonly TipoDeCaso[];
}): string =>
  renderizarPagina(
    <Pagina titulo="Mis trámites" ancho="ancha" migas={[{ texto: 'Inicio', href: o.base }]}>
      {o.porFirmar.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Por firmar</h2>
          <p class="govuk-body">
            Están completos y no se han presentado: nadie los ve hasta que usted firme.
          </p>
          <ul class="govuk-list">
            {o.porFirmar.map((s) => (
              <li>
                <a class="govuk-link" href={`${o.base}/solicitudes/${s.idPublico}`}>
                  {s.nombre}
                  <span class="govuk-visually-hidden">, preparado</span>
                </a>{' '}
                del <InstanteTexto instante={s.creadaEn} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 class="govuk-heading-m">Presentados</h2>
      <Tabla
        titulo="Trámites presentados"
        tituloOculto
        vacia="Todavía no ha presentado ninguno."
        columnas={[{ titulo: 'Trámite' }, { titulo: 'Radicado' }, { titulo: 'Estado' }, { titulo: 'Plazo' }]}
        filas={o.casos.map((c) => [
          <a class="govuk-link" href={`${o.base}/tramites/${c.radicado}`}>
            {c.tipo.nombre}
            <span class="govuk-visually-hidden"> {c.radicado}</span>
          </a>,
          c.radicado,
          <Etiqueta tono={tonoDeEstado(c)}>{nombreDelEstado(c)}</Etiqueta>,
          c.marcha.turno === 'nadie'
            ? '—'
            : `${c.marcha.turno === 'oficina' ? 'La oficina' : 'Usted'}: hasta el ${formatearFecha(relojDelCaso(c).vence)}`,
        ])}
      />
      <h2 class="govuk-heading-m">Empezar uno</h2>
      <ul class="govuk-list">
        {o.tipos.flatMap((t) =>
          t.empezar
            ? [
                <li>
                  <a class="govuk-link" href={`${o.base}${t.empezar}`}>
                    {t.nombre}
                  </a>
                </li>,
              ]
            : [],
        )}
      </ul>
      <EnlaceBoton href={o.base} variante="secundario">
        Volver al inicio
      </EnlaceBoton>
    </Pagina>,
  );
