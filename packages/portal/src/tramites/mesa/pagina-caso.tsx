import { Aviso, Etiqueta, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import { nombreDelEstado } from '../palabras.ts';
import { Hechos } from '../paginas/hechos.tsx';
import { Plazos } from '../paginas/plazo.tsx';
import { SEMAFORO, tonoDeEstado } from '../paginas/tonos.ts';
import { AlLadoDelCaso, Seccion } from './al-lado-del-caso.tsx';
import { AntesDeDecidir, OtrasSalidas } from './acciones.tsx';
import { AnotarNota, Escribir } from './anotaciones.tsx';
import { DecidirAqui } from './decidir-aqui.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { AvisoDelRut } from './aviso-del-rut.tsx';
import { SinNotificar } from './sin-notificar.tsx';

/**
 * A case in two columns: on the left what decides it, in the order in which it is worked; on the right, in sight
 * meanwhile, whose it is, what they asked for and what they handed in.
 */
export function paginaCasoEnMesa(o: PropsDeCasoEnMesa): string {
  const { caso } = o;
  const abierto = caso.marcha.turno !== 'nadie';
  return renderizarPagina(
    <Pagina
      titulo={`${caso.tipo.nombre}, ${caso.radicado}`}
      ancho="mesa"
      letra="m"
      islas={['mesa']}
      migas={[{ texto: 'Cola', href: `/mesa/tramites?rol=${caso.marcha.rol}` }]}
      errores={o.errores}
    >
      {o.hecho ? (
        <Aviso tipo="exito">
          <a class="govuk-link" href={`/mesa/tramites/${o.hecho}`}>
            {o.hecho}
          </a>{' '}
          quedó hecho. Este es el siguiente.
        </Aviso>
      ) : null}
      <p class="govuk-body caso__estado">
        <Etiqueta tono={tonoDeEstado(caso)}>{nombreDelEstado(caso)}</Etiqueta>{' '}
        {abierto ? (
          <>
            <Etiqueta tono={SEMAFORO[o.semaforo].tono}>{SEMAFORO[o.semaforo].texto}</Etiqueta> {o.queda}.
          </>
        ) : null}{' '}
        {quienLoTiene(o)}
      </p>
      {abierto && !caso.tipo.flujo.deOficio ? <AvisoDelRut estado={o.estadoRut.estado} /> : null}
      <Indice abierto={abierto} />
      <div class="a-dos-columnas">
        <div class="caso__decide">
          {o.atiende ? <SinNotificar {...o} /> : null}
          <AntesDeDecidir {...o} />
          {/* What is over is not judged again: its approval may have changed what it was judged by. */}
          {abierto ? <DecidirAqui {...o} /> : null}
          {abierto ? <OtrasSalidas {...o} /> : null}
          {abierto ? (
            <Seccion id="caso-plazo" titulo="Plazo">
              <Plazos caso={caso} />
            </Seccion>
          ) : null}
          <Seccion id="caso-historia" titulo="Qué ha pasado">
            {o.tiene ? <Escribir {...o} /> : null}
            {o.atiende ? <AnotarNota {...o} /> : null}
            <Hechos caso={caso} nombres={o.nombres} para="mesa" />
          </Seccion>
        </div>
        <AlLadoDelCaso {...o} />
      </div>
    </Pagina>,
  );
}

const PARTES = [
  ['caso-condiciones', 'Lo que decide'],
  ['rut-al-lado', 'RUT'],
  ['caso-documentos', 'Documentos'],
  ['caso-contenido', 'Lo que pide'],
  ['caso-historia', 'Qué ha pasado'],
] as const;

/** On a phone the page is one column, long: its parts are one touch away. */
const Indice = ({ abierto }: { abierto: boolean }) => (
  <nav class="indice" aria-label="En esta página">
    <ul>
      {PARTES.filter(([id]) => abierto || id !== 'caso-condiciones').map(([id, titulo]) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {titulo}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

function quienLoTiene({ caso, nombres, tiene }: PropsDeCasoEnMesa): string {
  if (tiene) return 'Lo tiene usted.';
  const { asignadoA } = caso.marcha;
  return asignadoA ? `Lo tiene ${nombres.get(asignadoA) ?? 'otra persona'}.` : 'Nadie lo tiene.';
}
