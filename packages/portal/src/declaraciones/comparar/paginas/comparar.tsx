import { formatearPesos } from '@autogestion/normas/dinero';
import {
  PARTES_DEL_REGIMEN,
  type Comparacion,
  type PasoDeLaCuenta,
} from '@autogestion/normas/formularios/comparar';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  Formulario,
  Grafica,
  Monto,
  Pagina,
  Panel,
  renderizarPagina,
  Tabla,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { COMPARAR, PUEDO_ESTAR } from '../../elegibilidad/index.ts';
import { deDondeSale, loQueCuesta, loQueQuedaPorFuera, PARTES } from '../palabras.ts';
import { preguntasDelNegocio } from '../preguntas.ts';

interface Props {
  anio: number;
  valores: Valores;
  errores?: Errores;
  /** Of what is written in the form. */
  comparacion?: Comparacion;
}

/** What each regime costs; answered, the answer first, and the form under it as it was filled. Nothing is kept. */
export function paginaComparar({ anio, valores, errores = {}, comparacion }: Props): string {
  return renderizarPagina(
    <Pagina
      titulo={comparacion ? loQueCuesta(comparacion) : '¿Me conviene el SIMPLE?'}
      {...(comparacion && { encabezado: null, ancho: 'ancha' as const })}
      errores={errores}
      migas={[{ texto: 'Inicio', href: '/' }]}
    >
      {comparacion ? (
        <>
          <LoComparado c={comparacion} anio={anio} />
          <h2 class="govuk-heading-m">Cambiar las respuestas</h2>
        </>
      ) : (
        <p class="govuk-body">
          Para personas que tienen un negocio. Responda con lo que sepa, aproximado: se calculan los dos
          regímenes y no se guarda nada. Si todavía no sabe si cabe,{' '}
          <a class="govuk-link" href={PUEDO_ESTAR.natural}>
            mírelo primero
          </a>
          .
        </p>
      )}
      <Formulario accion={COMPARAR}>
        <Preguntar pregunta={preguntasDelNegocio(anio)} valores={valores} errores={errores} />
        <Boton>Comparar</Boton>
      </Formulario>
    </Pagina>,
  );
}

function LoComparado({ c, anio }: { c: Comparacion; anio: number }): VNode {
  const regimenes = [
    { nombre: 'Ordinario', ...c.ordinario },
    { nombre: 'SIMPLE', ...c.simple },
  ];
  const partes = PARTES_DEL_REGIMEN.filter((p) => regimenes.some((r) => r.partes[p] > 0n));
  const clases = { nacional: 'resto', ica: 'pronto', consumo: 'vencidos' } as const;
  return (
    <>
      <Panel titulo={loQueCuesta(c)} tono="bien">
        Ordinario: {formatearPesos(c.ordinario.total)}. SIMPLE: {formatearPesos(c.simple.total)}.
      </Panel>
      {c.simple.noCabe ? (
        <Advertencia>
          Con esos ingresos ya no cabe en el SIMPLE: llegan al límite de 100.000 UVT (Estatuto Tributario,
          art. 905 num. 2).
        </Advertencia>
      ) : null}
      <Grafica
        titulo="Lo que paga al año en cada régimen"
        leyenda={Object.fromEntries(partes.map((p) => [clases[p], PARTES[p].nombre]))}
        barras={regimenes.map((r) => ({
          nombre: r.nombre,
          dice: formatearPesos(r.total),
          tramos: partes.map((p) => ({ clase: clases[p], valor: Number(r.partes[p]) })),
        }))}
      />
      <Tabla
        titulo="Por partes"
        conCabezas
        columnas={[
          { titulo: 'Qué' },
          { titulo: 'Ordinario', numerica: true },
          { titulo: 'SIMPLE', numerica: true },
          { titulo: 'Diferencia', numerica: true },
        ]}
        filas={[
          ...partes.map((p) => [
            PARTES[p].nombre,
            <Monto pesos={c.ordinario.partes[p]} />,
            <Monto pesos={c.simple.partes[p]} />,
            <Monto pesos={c.deDonde[p]} />,
          ]),
          [
            'Total',
            <Monto pesos={c.ordinario.total} />,
            <Monto pesos={c.simple.total} />,
            <Monto pesos={c.ordinario.total - c.simple.total} />,
          ],
        ]}
      />
      <h2 class="govuk-heading-m">De dónde sale la diferencia</h2>
      <Lista frases={deDondeSale(c)} />
      {regimenes.map((r) => (
        <Cuenta nombre={r.nombre} pasos={r.pasos} />
      ))}
      <h2 class="govuk-heading-m">Lo que se supuso y lo que queda por fuera</h2>
      <Lista frases={loQueQuedaPorFuera(c, anio)} />
    </>
  );
}

const SIGNOS = { mas: '', menos: '− ', igual: '= ' } as const;

const Cuenta = ({ nombre, pasos }: { nombre: string; pasos: readonly PasoDeLaCuenta[] }): VNode => (
  <Tabla
    titulo={`Cómo sale el impuesto de la Nación: ${nombre}`}
    conCabezas
    columnas={[{ titulo: 'Paso' }, { titulo: 'Valor', numerica: true }]}
    filas={pasos.map((p) => [`${SIGNOS[p.signo]}${p.nombre}`, <Monto pesos={p.valor} />])}
  />
);

const Lista = ({ frases }: { frases: readonly string[] }): VNode => (
  <ul class="govuk-list govuk-list--bullet">
    {frases.map((f) => (
      <li>{f}</li>
    ))}
  </ul>
);
