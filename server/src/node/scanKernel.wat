;; The two loops over all bytes, sixteen bytes at a time. `npm run kernel` turns this into scanKernelCode.ts.
;; Memory: the bit table from 0, line feeds found from 0x10000, words found from 0x50000, the table of grams from 0x61000:
;; for each slot the gram, four more bytes of its literal, how far from the gram those begin, and whether the slot is taken.
(module
  (memory (export "memory") 32)

  ;; Line feeds in [start, end): writes their positions less `base`; how many.
  (func (export "findLineFeeds") (param $start i32) (param $end i32) (param $base i32) (result i32)
    (local $at i32) (local $mask i32) (local $out i32)
    (local.set $out (i32.const 0x10000))
    (local.set $at (i32.and (local.get $start) (i32.const -16)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $mask
          (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))))
        (block $none
          (br_if $none (i32.eqz (local.get $mask)))
          ;; Bytes before the start and behind the end do not count.
          (if (i32.lt_u (local.get $at) (local.get $start))
            (then
              (local.set $mask
                (i32.and (local.get $mask) (i32.shl (i32.const -1) (i32.sub (local.get $start) (local.get $at)))))))
          (if (i32.lt_u (local.get $end) (i32.add (local.get $at) (i32.const 16)))
            (then
              (local.set $mask
                (i32.and
                  (local.get $mask)
                  (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $end) (local.get $at))) (i32.const 1))))))
          (br_if $none (i32.eqz (local.get $mask)))
          (loop $bits
            (i32.store
              (local.get $out)
              (i32.sub (i32.add (local.get $at) (i32.ctz (local.get $mask))) (local.get $base)))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br_if $bits (local.get $mask))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (i32.const 0x10000)) (i32.const 2)))

  ;; 4 when the word at `at` is a gram of the table and what stands near it is what the literal wants, else 0.
  (func $isWanted (param $at i32) (param $lastSlot i32) (result i32)
    (local $gram i32) (local $slot i32)
    (local.set $gram (i32.load (local.get $at)))
    (local.set $slot
      (i32.and
        (i32.shr_u (i32.mul (local.get $gram) (i32.const 0x9e3779b1)) (i32.const 4))
        (local.get $lastSlot)))
    (loop $probe
      (if (i32.eqz (i32.load offset=0x6100c (local.get $slot)))
        (then (return (i32.const 0))))
      (if (i32.eq (i32.load offset=0x61000 (local.get $slot)) (local.get $gram))
        (then
          (if
            (i32.eq
              (i32.load (i32.add (local.get $at) (i32.load offset=0x61008 (local.get $slot))))
              (i32.load offset=0x61004 (local.get $slot)))
            (then (return (i32.const 4))))))
      (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 16)) (local.get $lastSlot)))
      (br $probe))
    (unreachable))

  ;; Words that overlap [start, end) and are grams: writes their positions less `base`; how many.
  ;; `lastSlot` is the distance of the last slot of the table from its first.
  (func (export "findWords") (param $start i32) (param $end i32) (param $base i32) (param $lastSlot i32) (result i32)
    (local $at i32) (local $out i32) (local $hashes v128)
    (local $first i32) (local $second i32) (local $third i32) (local $fourth i32)
    (local.set $out (i32.const 0x50000))
    (local.set $at (i32.and (local.get $start) (i32.const -16)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hashes
          (i32x4.shr_u
            (i32x4.mul
              (v128.load (local.get $at))
              (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1))
            (i32.const 13)))
        ;; One bit of the table for each word. Written out four times: a call would cost more than the work.
        (local.set $first (i32x4.extract_lane 0 (local.get $hashes)))
        (local.set $second (i32x4.extract_lane 1 (local.get $hashes)))
        (local.set $third (i32x4.extract_lane 2 (local.get $hashes)))
        (local.set $fourth (i32x4.extract_lane 3 (local.get $hashes)))
        (local.set $first
          (i32.and
            (i32.shr_u (i32.load8_u (i32.shr_u (local.get $first) (i32.const 3))) (i32.and (local.get $first) (i32.const 7)))
            (i32.const 1)))
        (local.set $second
          (i32.and
            (i32.shr_u (i32.load8_u (i32.shr_u (local.get $second) (i32.const 3))) (i32.and (local.get $second) (i32.const 7)))
            (i32.const 1)))
        (local.set $third
          (i32.and
            (i32.shr_u (i32.load8_u (i32.shr_u (local.get $third) (i32.const 3))) (i32.and (local.get $third) (i32.const 7)))
            (i32.const 1)))
        (local.set $fourth
          (i32.and
            (i32.shr_u (i32.load8_u (i32.shr_u (local.get $fourth) (i32.const 3))) (i32.and (local.get $fourth) (i32.const 7)))
            (i32.const 1)))
        (block $none
          (br_if $none
            (i32.eqz
              (i32.or
                (i32.or (local.get $first) (local.get $second))
                (i32.or (local.get $third) (local.get $fourth)))))
          (if (local.get $first)
            (then
              (i32.store (local.get $out) (i32.sub (local.get $at) (local.get $base)))
              (local.set $out (i32.add (local.get $out) (call $isWanted (local.get $at) (local.get $lastSlot))))))
          (if (local.get $second)
            (then
              (i32.store (local.get $out) (i32.sub (i32.add (local.get $at) (i32.const 4)) (local.get $base)))
              (local.set $out
                (i32.add
                  (local.get $out)
                  (call $isWanted (i32.add (local.get $at) (i32.const 4)) (local.get $lastSlot))))))
          (if (local.get $third)
            (then
              (i32.store (local.get $out) (i32.sub (i32.add (local.get $at) (i32.const 8)) (local.get $base)))
              (local.set $out
                (i32.add
                  (local.get $out)
                  (call $isWanted (i32.add (local.get $at) (i32.const 8)) (local.get $lastSlot))))))
          (if (local.get $fourth)
            (then
              (i32.store (local.get $out) (i32.sub (i32.add (local.get $at) (i32.const 12)) (local.get $base)))
              (local.set $out
                (i32.add
                  (local.get $out)
                  (call $isWanted (i32.add (local.get $at) (i32.const 12)) (local.get $lastSlot)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (i32.const 0x50000)) (i32.const 2))))
